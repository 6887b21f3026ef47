package org.symbolon.anonymizer.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder inside the output folder for anonymous files that have no name yet. It goes when it is closed; one that a killed run
 * left is told by its lock, which nobody holds any more, and goes when the next run begins. Its files hold nothing that the output
 * may not hold.
 */
public final class StagingFolder implements Closeable {
    private static final String PREFIX = ".symbolon-staging-";
    /** Named as an unfinished file, so that nobody takes it for one of the results. */
    private static final String LOCK = ".symbolon-lock.tmp";

    private final Path path;
    private final FileChannel lock;

    private StagingFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the output folder too, if it is not there. */
    public static StagingFolder in(Path output) throws IOException {
        Files.createDirectories(output);
        deleteAbandoned(output);
        Path path = Files.createDirectory(output.resolve(PREFIX + UUID.randomUUID()));
        FileChannel channel =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("A new folder for unfinished files was locked by somebody else");
        }
        return new StagingFolder(path, channel);
    }

    private static void deleteAbandoned(Path output) throws IOException {
        List<Path> folders;
        try (Stream<Path> inside = Files.list(output)) {
            folders = inside.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path folder : folders) {
            if (Files.exists(folder.resolve(LOCK))) {
                deleteUnlessLocked(folder);
            }
        }
    }

    /** Whether it went; not if it is another run's. */
    private static boolean deleteUnlessLocked(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                delete(folder);
            }
            return held != null;
        } catch (OverlappingFileLockException | NoSuchFileException ofThisProcessOrGoneMeanwhile) {
            return false;
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (FileChannel held = lock) {
            delete(path);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
