package org.symbolon.deidentification;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file under another name in the same folder, and gives it its own name when it is whole. */
public final class AtomicFile {
    private static final String PREFIX = ".symbolon-";
    private static final String SUFFIX = ".tmp";

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    private AtomicFile() {}

    /** Whether a file is one that a process of ours was killed over. */
    public static boolean isUnfinished(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /** Replaces a file of that name and keeps its permissions; when anything fails, nothing has changed but that a temporary file came and went. */
    public static void write(Path file, Durability durability, Content content) throws IOException {
        Path temporary = writeUnnamed(folderOf(file), durability, content);
        boolean complete = false;
        try {
            move(temporary, file, durability);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** Writes a file that has no name of its own yet, for {@link #name} in the same file system; when anything fails, there is none. */
    static Path writeUnnamed(Path folder, Durability durability, Content content) throws IOException {
        Path temporary = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        boolean complete = false;
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            if (durability == Durability.ON_DISK) {
                channel.force(true);
            }
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(temporary);
            }
        }
        return temporary;
    }

    /** Gives its name to what {@link #writeUnnamed} wrote; when anything fails, it is where it was. */
    static void name(Path unnamed, Path file, Durability durability) throws IOException {
        if (durability == Durability.ON_DISK) {
            try (FileChannel channel = FileChannel.open(unnamed, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        move(unnamed, file, durability);
    }

    private static void move(Path temporary, Path file, Durability durability) throws IOException {
        // Files.exists makes an exception for each file that is not there
        if (file.toFile().exists()) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (durability == Durability.ON_DISK) {
            try (FileChannel channel = FileChannel.open(folderOf(file), StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("The file to write has no folder");
        }
        return folder;
    }
}
