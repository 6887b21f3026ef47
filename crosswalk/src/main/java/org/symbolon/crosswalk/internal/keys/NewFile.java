package org.symbolon.crosswalk.internal.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Writes a file that is there either whole and durable, or not at all. */
final class NewFile {
    private NewFile() {}

    private interface Appearance {
        void appear(Path temporary, Path file) throws IOException;
    }

    /**
     * Never in the place of another. The file is readable and writable by its owner only, as {@link Files#createTempFile} makes
     * it.
     */
    static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            throw alreadyThere(null);
        }
        write(file, content, NewFile::appear);
    }

    /** In the place of another, at once. */
    static void replace(Path file, byte[] content) throws IOException {
        write(file, content, (temporary, name) -> Files.move(temporary, name, StandardCopyOption.ATOMIC_MOVE));
    }

    private static void write(Path file, byte[] content, Appearance appearance) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new SymbolonException(ErrorCode.USAGE, "The folder of the new file does not exist");
        }
        Path temporary = Files.createTempFile(folder, ".symbolon-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            appearance.appear(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** A hard link fails where the name is taken, a rename would replace it; where there are no links the name is reserved first. */
    private static void appear(Path temporary, Path file) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(e);
        } catch (UnsupportedOperationException | IOException e) {
            reserve(file);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void reserve(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(e);
        }
    }

    private static SymbolonException alreadyThere(@org.jspecify.annotations.Nullable Throwable cause) {
        return new SymbolonException(ErrorCode.USAGE, "The file is there already; it was left as it is", cause);
    }
}
