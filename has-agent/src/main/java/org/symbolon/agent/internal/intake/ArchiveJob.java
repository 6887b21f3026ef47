package org.symbolon.agent.internal.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.ArchiveListener;
import org.symbolon.agent.ArchiveOptions;
import org.symbolon.agent.ArchiveSummary;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.ObjectState;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.agent.internal.journal.QuarantinedFile;
import org.symbolon.agent.internal.parting.FileKind;
import org.symbolon.agent.internal.parting.Parting;
import org.symbolon.agent.internal.parting.PartingTask;
import org.symbolon.agent.internal.parting.Rejection;
import org.symbolon.agent.internal.sender.Settlements;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * One archive command. The files stay where they are: until both halves are durable the source itself is what nothing is lost
 * by, and a command that is run again finds by digest what was done before. All state belongs to the thread that calls
 * {@link #run}; the pipeline's threads only leave events in a queue.
 */
public final class ArchiveJob {
    private static final long PROGRESS_NANOS = Duration.ofMillis(100).toNanos();
    private static final long WAIT_MILLIS = 100;

    private final AgentFolder folder;
    private final Journal journal;
    private final Parting parting;
    private final Settlements settlements;
    private final ArchiveListener listener;
    private final ArchiveTally tally = new ArchiveTally();
    private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private long reportedNanos;
    private volatile boolean abandoned;

    public ArchiveJob(
            AgentFolder folder, Journal journal, Parting parting, Settlements settlements, ArchiveListener listener) {
        this.folder = folder;
        this.journal = journal;
        this.parting = parting;
        this.settlements = settlements;
        this.listener = listener;
    }

    /** The agent is stopping: {@link #run} ends with an exception soon. Any thread. */
    public void abandon() {
        abandoned = true;
    }

    public ArchiveSummary run(List<Path> paths, ArchiveOptions options) throws IOException {
        try {
            FolderWalk walk = new FolderWalk(paths, List.of(folder.root()));
            walk.visit(new Counter());
            walk.visit(new Feeder());
            while (tally.undecided() > 0) {
                handleEvents(WAIT_MILLIS);
            }
            awaitConfirmation(options.patience());
            listener.progress(tally.progress());
            return tally.summary();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while archiving");
        }
    }

    private void awaitConfirmation(Duration patience) throws InterruptedException {
        long lastMove = System.nanoTime();
        while (tally.unconfirmed() > 0 && System.nanoTime() - lastMove < patience.toNanos()) {
            if (handleEvents(WAIT_MILLIS)) {
                lastMove = System.nanoTime();
            }
        }
        handleEvents(0);
    }

    /** Whether there was any. */
    private boolean handleEvents(long waitMillis) throws InterruptedException {
        Runnable event = waitMillis > 0 ? events.poll(waitMillis, TimeUnit.MILLISECONDS) : events.poll();
        boolean any = event != null;
        while (event != null) {
            event.run();
            event = events.poll();
        }
        long now = System.nanoTime();
        if (now - reportedNanos > PROGRESS_NANOS) {
            listener.progress(tally.progress());
            reportedNanos = now;
        }
        if (abandoned) {
            throw new SymbolonException(
                    ErrorCode.OUT_OF_RESOURCES, "The agent is stopping; archive again to finish what is left");
        }
        return any;
    }

    /** First pass: how much there is. */
    private final class Counter implements FolderWalk.Visitor {
        @Override
        public void file(Path file, long bytes) {
            tally.found(bytes);
        }

        @Override
        public void unreadable(Path file) {
            tally.found(0);
        }
    }

    /** Second pass: into the pipeline. */
    private final class Feeder implements FolderWalk.Visitor {
        @Override
        public void file(Path file, long bytes) throws IOException {
            try {
                parting.submit(new FileTask(file, bytes));
                handleEvents(0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while archiving");
            }
        }

        @Override
        public void unreadable(Path file) {
            tally.rejected(FileKind.PERHAPS_DICOM, file, ErrorCode.OUT_OF_RESOURCES, 0);
        }
    }

    /** A named file on its way through the pipeline and to the data centre. */
    private final class FileTask implements PartingTask {
        private final Path file;
        private final long bytes;
        private final AtomicBoolean settled = new AtomicBoolean();

        FileTask(Path file, long bytes) {
            this.file = file;
            this.bytes = bytes;
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public @Nullable Long receivedId() {
            return null;
        }

        @Override
        public String origin() {
            return file.toString();
        }

        @Override
        public void parted(String originalSha256, ObjectKey key) {
            String dataSetSha256 = key.dataSetSha256();
            events.add(() -> {
                tally.archived(key, bytes);
                listener.archived(file, originalSha256);
            });
            settlements.watch(dataSetSha256, refusal -> settled(key, refusal));
            Optional<OutboxObject> object = journal.object(dataSetSha256);
            ObjectState state = object.map(OutboxObject::state).orElse(ObjectState.QUEUED);
            if (state == ObjectState.CONFIRMED) {
                settlements.settle(dataSetSha256, null);
            } else if (state == ObjectState.REFUSED) {
                settlements.settle(
                        dataSetSha256,
                        object.flatMap(refused -> journal.quarantinedObject(refused.id()))
                                .map(QuarantinedFile::code)
                                .orElse(ErrorCode.REFUSED_BY_PEER));
            }
        }

        private void settled(ObjectKey key, @Nullable ErrorCode refusal) {
            if (settled.compareAndSet(false, true)) {
                events.add(refusal == null ? () -> tally.confirmed(key) : () -> tally.refused(key, file, refusal));
            }
        }

        @Override
        public void rejected(FileKind kind, Rejection rejection) {
            events.add(() -> tally.rejected(kind, file, rejection.code(), bytes));
        }

        @Override
        public void postponed(FileKind kind, Rejection reason) {
            rejected(kind, reason);
        }
    }
}
