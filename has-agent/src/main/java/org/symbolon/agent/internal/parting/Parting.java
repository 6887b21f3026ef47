package org.symbolon.agent.internal.parting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.journal.ContextPair;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.agent.internal.journal.StagedObject;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.AtomicFile;
import org.symbolon.deidentification.DeidentifiedObject;
import org.symbolon.deidentification.Deidentifier;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.text.DeidentifiedRecord;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Step 3 on several threads, feeding {@link Staging}; what cannot be parted goes to {@link Quarantine}. The queue in front of
 * it is short, and {@link #submit} blocks when it is full, so that intake is never faster than the disk.
 */
public final class Parting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parting.class);
    private static final int MAX_WAITING = 32;
    private static final long POLL_MILLIS = 100;

    private final AgentFolder folder;
    private volatile Deidentifier deidentifier;
    private final RecordParting records;
    private final Journal journal;
    private final Quarantine quarantine;
    private final Staging staging;
    private final BlockingQueue<PartingTask> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final ConcurrentMap<String, CompletableFuture<Boolean>> inFlight = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    /** @param queued called when objects were queued for sending */
    public Parting(
            AgentFolder folder,
            Deidentifier deidentifier,
            RecordParting records,
            Crosswalk crosswalk,
            Journal journal,
            Quarantine quarantine,
            int threadCount,
            Runnable queued) {
        this.folder = folder;
        this.deidentifier = deidentifier;
        this.records = records;
        this.journal = journal;
        this.quarantine = quarantine;
        this.staging = new Staging(folder, crosswalk, journal, queued);
        for (int i = 1; i <= threadCount; i++) {
            Thread thread = new Thread(this::run, "agent-parting-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** From here on with other rules; files that are being parted keep those they began with. */
    public void use(Deidentifier other) {
        deidentifier = other;
    }

    /** Blocks while the queue is full. False: the agent is stopping, and nothing will become of the task. */
    public boolean submit(PartingTask task) throws InterruptedException {
        while (!closing) {
            if (waiting.offer(task, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    private void run() {
        while (!closing) {
            try {
                PartingTask task = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) {
                    part(task);
                }
            } catch (InterruptedException e) {
                // nobody interrupts this thread: close() sets a flag
                LOG.debug("Interrupted");
            }
        }
    }

    private void part(PartingTask task) throws InterruptedException {
        FileKind kind = FileKind.PERHAPS_DICOM;
        try {
            kind = FileKind.of(task.file());
            switch (kind) {
                case EMPTY -> reject(task, kind, Rejection.of(ErrorCode.EMPTY_FILE, "The file has no byte"));
                case OTHER_FORMAT ->
                    reject(
                            task,
                            kind,
                            Rejection.of(
                                    ErrorCode.UNSUPPORTED_FORMAT,
                                    "The file is neither DICOM nor a textual record of a known format"));
                case PERHAPS_RECORD -> partRecord(task);
                case PERHAPS_DICOM -> partObject(task);
            }
        } catch (SymbolonException e) {
            if (e.code().retry() == ErrorCode.Retry.NEVER) {
                reject(task, kind, Rejection.of(e));
            } else {
                task.postponed(kind, Rejection.of(e));
            }
        } catch (NoSuchFileException e) {
            task.postponed(kind, Rejection.of(ErrorCode.NOT_FOUND, "The file is not there any more"));
        } catch (IOException e) {
            LOG.warn("A file could not be parted: {}", e.getClass().getSimpleName());
            task.postponed(
                    kind,
                    Rejection.of(ErrorCode.OUT_OF_RESOURCES, "The file cannot be read, or the outbox not written"));
        } catch (RuntimeException e) {
            LOG.error("A defect while a file was parted: {}", e.getClass().getName(), withoutMessages(e));
            reject(
                    task,
                    kind,
                    Rejection.of(
                            ErrorCode.INTERNAL,
                            "A defect of Symbolon: " + e.getClass().getSimpleName()));
        }
    }

    /** Writes the anonymous half to the outbox. */
    private interface Writing {
        StagedObject write() throws IOException;
    }

    private void partObject(PartingTask task) throws IOException, InterruptedException {
        try (DeidentifiedObject object = deidentifier.deidentify(task.file())) {
            stage(task, object.identityHalf(), () -> write(object));
        }
    }

    private void partRecord(PartingTask task) throws IOException, InterruptedException {
        records.part(task.file(), record -> stage(task, record.identityHalf(), () -> write(record)));
    }

    private void stage(PartingTask task, IdentityHalf half, Writing writing) throws IOException, InterruptedException {
        String digest = half.key().dataSetSha256();
        CompletableFuture<Boolean> mine = claim(digest);
        boolean handedOver = false;
        try {
            Optional<OutboxObject> known = journal.object(digest);
            @Nullable StagedObject staged = known.isPresent() ? null : writing.write();
            IdentityHalf kept = known.isPresent() ? of(known.get().key(), half) : half;
            staging.stage(new Staging.Item(task, kept, staged, () -> release(digest, mine)));
            handedOver = true;
        } finally {
            if (!handedOver) {
                release(digest, mine);
            }
        }
    }

    /** Two records may be the same once anonymous, though each has an identifier of its own: it is sent under the first. */
    private static IdentityHalf of(ObjectKey key, IdentityHalf half) {
        if (!key.isDocument() || key.equals(half.key())) {
            return half;
        }
        return new IdentityHalf(
                        half.patientPseudonym(),
                        key,
                        half.originalSha256(),
                        half.content(),
                        half.originalStudyUid(),
                        half.originalSeriesUid(),
                        half.originalSopUid(),
                        half.originalAccession())
                .withSearchKeys(half.accessionNumbers(), half.visitNumbers());
    }

    /** Waits while another task is at the same anonymous object: two originals may differ in nothing but their identity. */
    private CompletableFuture<Boolean> claim(String digest) {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> other = inFlight.putIfAbsent(digest, mine);
        while (other != null) {
            other.join();
            other = inFlight.putIfAbsent(digest, mine);
        }
        return mine;
    }

    private void release(String digest, CompletableFuture<Boolean> mine) {
        inFlight.remove(digest, mine);
        mine.complete(true);
    }

    private StagedObject write(DeidentifiedObject object) throws IOException {
        Path file = folder.staged(object.key());
        object.writeFile(file, Durability.WHEN_CONVENIENT);
        long offset = Files.size(file) - object.dataSetLength();
        return new StagedObject(
                object.key(),
                new ContextPair(object.sopClassUid(), object.transferSyntax().uid()),
                offset,
                object.dataSetLength());
    }

    private StagedObject write(DeidentifiedRecord record) throws IOException {
        ObjectKey key = record.identityHalf().key();
        byte[] content = record.content();
        AtomicFile.write(folder.staged(key), Durability.WHEN_CONVENIENT, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
        return StagedObject.record(key, record.format().mediaType(), content.length);
    }

    private void reject(PartingTask task, FileKind kind, Rejection rejection) {
        try {
            quarantine.keepOriginal(task.file(), task.origin(), rejection, task.receivedId());
            if (task.receivedId() != null) {
                Files.deleteIfExists(task.file());
            }
            task.rejected(kind, rejection);
        } catch (IOException | SymbolonException e) {
            LOG.error(
                    "A rejected file could not be kept aside: {}", e.getClass().getSimpleName());
            task.postponed(kind, Rejection.of(ErrorCode.OUT_OF_RESOURCES, "The quarantine cannot be written"));
        }
    }

    /** The stack of a defect without any message, which might hold a value. */
    private static Exception withoutMessages(RuntimeException e) {
        Exception bare = new Exception("message left out");
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    /** Files being parted are finished; files that wait are left where they are. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        for (Thread thread : threads) {
            thread.join();
        }
        staging.close();
    }
}
