package org.symbolon.crosswalk.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The files of one crosswalk, for their owner only, and the lock that makes a process its only writer. */
public final class CrosswalkFolder {
    private static final String DATABASE = "crosswalk.db";
    private static final String LOCK = "crosswalk.lock";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;

    public CrosswalkFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path path() {
        return folder;
    }

    Path database() {
        return folder.resolve(DATABASE);
    }

    /** Files beside the database, for what is too long for it. */
    Path large() {
        return folder.resolve("large");
    }

    /** Makes the folder of {@link #large}. */
    void createLarge() throws IOException {
        Files.createDirectories(large(), rights("rwx------"));
    }

    /** Makes the folder and an empty database file where they are missing; SQLite gives its side files the same rights. */
    public void create() throws IOException {
        Files.createDirectories(folder, rights("rwx------"));
        createFile(database());
    }

    /** {@code NOT_FOUND} where there is no crosswalk. */
    public void requirePresent() {
        if (!Files.isRegularFile(database())) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "There is no crosswalk in the given folder");
        }
    }

    /** Held until the channel is closed, or the process ends in any way. */
    public FileChannel lockForWriting() throws IOException {
        Path file = folder.resolve(LOCK);
        createFile(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw taken(e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw taken(null);
    }

    private static SymbolonException taken(@Nullable Throwable cause) {
        return new SymbolonException(
                ErrorCode.OUT_OF_RESOURCES,
                "Another process (or another part of this one) already writes to this crosswalk; it can be opened for reading",
                cause);
    }

    /** Empty, for its owner only; nothing happens where it is there already. */
    static void createFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, rights("rw-------"));
            } catch (FileAlreadyExistsException e) {
                requireRegular(file, e);
            }
        }
    }

    /** Another process made it in between, which is as good. */
    private static void requireRegular(Path file, FileAlreadyExistsException cause) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw cause;
        }
    }

    private static FileAttribute<?>[] rights(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
