package org.symbolon.crosswalk.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Where sqlite-jdbc unpacks its native library: a folder of this process's own inside the crosswalk's, since the shared
 * temporary folder may be mounted noexec, and since a killed process would leave its copy there for ever. A lock held for
 * life marks the folder as in use; the next process to come sweeps up the folders whose lock is free.
 */
final class NativeLibrary {
    private static final String PROPERTY = "org.sqlite.tmpdir";
    private static final String FOLDER = "native";
    private static final String LOCK = "in-use";
    private static final String PLACING_LOCK = "native.lock";

    /** Never closed: the lock lasts as long as the process. */
    private static @Nullable FileChannel heldForLife;

    private NativeLibrary() {}

    /** Does nothing where the property is set by somebody else, or the library was placed already. */
    static synchronized void place(Path crosswalkFolder) throws IOException {
        if (heldForLife != null || System.getProperty(PROPERTY) != null) {
            return;
        }
        Path folder = crosswalkFolder.resolve(FOLDER);
        Path placingLock = crosswalkFolder.resolve(PLACING_LOCK);
        CrosswalkFolder.createFile(placingLock);
        try (FileChannel placing = FileChannel.open(placingLock, StandardOpenOption.WRITE);
                FileLock alone = placing.lock()) {
            Files.createDirectories(folder);
            sweep(folder);
            Path own = Files.createTempDirectory(folder, "sqlite-");
            hold(own.resolve(LOCK));
            // the last registered is deleted first: sqlite-jdbc's own files, then these
            folder.toFile().deleteOnExit();
            own.toFile().deleteOnExit();
            own.resolve(LOCK).toFile().deleteOnExit();
            System.setProperty(PROPERTY, own.toString());
        }
    }

    private static void hold(Path lockFile) throws IOException {
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The crosswalk's folder does not allow file locks");
        }
        heldForLife = channel;
    }

    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "sqlite-*")) {
            for (Path abandoned : folders) {
                if (isAbandoned(abandoned)) {
                    delete(abandoned);
                }
            }
        }
    }

    /** Folders are made under the placing lock, so one without a lock file is left from a process that died making it. */
    private static boolean isAbandoned(Path folder) throws IOException {
        Path lockFile = folder.resolve(LOCK);
        if (!Files.exists(lockFile)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
