package org.symbolon.agent.internal.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.parting.FileKind;
import org.symbolon.agent.internal.parting.Parting;
import org.symbolon.agent.internal.parting.PartingTask;
import org.symbolon.agent.internal.parting.Rejection;
import org.symbolon.crosswalk.ObjectKey;

/**
 * Takes in what others put into a folder, as soon as a file has not changed for a while, and then moves it away or deletes it:
 * both halves are durable by then, or the file is in quarantine. One thread of its own.
 */
public final class WatchedFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    /** Files that are looked at in one round; the rest waits for the next. */
    private static final int MAX_TRACKED = 100_000;

    private final WatchedFolderOptions options;
    private final Parting parting;
    private final Thread thread = new Thread(this::run, "agent-watched-folder");
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Set<Path> inHand = ConcurrentHashMap.newKeySet();
    private boolean closing;

    /** How a file looked, and since when. */
    private record Seen(long bytes, long modifiedMillis, long sinceNanos) {}

    public WatchedFolder(WatchedFolderOptions options, Parting parting) {
        this.options = options;
        this.parting = parting;
        thread.start();
    }

    private void run() {
        try {
            while (pause()) {
                try {
                    round();
                } catch (IOException e) {
                    LOG.warn(
                            "The intake folder cannot be read: {}", e.getClass().getSimpleName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean pause() throws InterruptedException {
        long end = System.nanoTime() + options.poll().toNanos();
        while (!closing && end - System.nanoTime() > 0) {
            wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
        }
        return !closing;
    }

    private void round() throws IOException, InterruptedException {
        Set<Path> present = new HashSet<>();
        Set<Path> stable = new HashSet<>();
        List<Path> except = options.done() == null ? List.of() : List.of(options.done());
        new FolderWalk(List.of(options.folder()), except).visit(new FolderWalk.Visitor() {
            @Override
            public void file(Path file, long bytes) throws IOException {
                if (present.size() < MAX_TRACKED && !inHand.contains(file)) {
                    present.add(file);
                    if (isStable(file, bytes)) {
                        stable.add(file);
                    }
                }
            }

            @Override
            public void unreadable(Path file) {
                LOG.warn("Something in the intake folder cannot be read");
            }
        });
        seen.keySet().retainAll(present);
        for (Path file : stable) {
            inHand.add(file);
            Seen taken = seen.remove(file);
            if (taken != null) {
                parting.submit(new WatchedTask(file, taken));
            }
        }
    }

    private boolean isStable(Path file, long bytes) throws IOException {
        long modified = Files.getLastModifiedTime(file).toMillis();
        long now = System.nanoTime();
        Seen before = seen.get(file);
        if (before == null || before.bytes != bytes || before.modifiedMillis != modified) {
            seen.put(file, new Seen(bytes, modified, now));
            return false;
        }
        return Duration.ofNanos(now - before.sinceNanos).compareTo(options.stable()) >= 0;
    }

    private void takeAway(Path file, Seen taken) {
        try {
            boolean same = Files.size(file) == taken.bytes
                    && Files.getLastModifiedTime(file).toMillis() == taken.modifiedMillis;
            if (!same) {
                // somebody wrote to it after all: it comes round again
                LOG.info("A file of the intake folder changed while it was taken in");
            } else if (options.done() == null) {
                Files.deleteIfExists(file);
            } else {
                Path target = options.done()
                        .resolve(options.folder().toRealPath().relativize(file).toString());
                Files.createDirectories(target.resolveSibling(".").normalize());
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.warn(
                    "A file that was taken in could not be moved away: {}",
                    e.getClass().getSimpleName());
        }
        inHand.remove(file);
    }

    /** A file of the watched folder on its way through the pipeline. */
    private final class WatchedTask implements PartingTask {
        private final Path file;
        private final Seen taken;

        WatchedTask(Path file, Seen taken) {
            this.file = file;
            this.taken = taken;
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
            takeAway(file, taken);
        }

        @Override
        public void rejected(FileKind kind, Rejection rejection) {
            takeAway(file, taken);
        }

        @Override
        public void postponed(FileKind kind, Rejection reason) {
            inHand.remove(file);
        }
    }

    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        thread.join();
    }
}
