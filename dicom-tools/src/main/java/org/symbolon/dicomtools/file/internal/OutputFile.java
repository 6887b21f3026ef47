package org.symbolon.dicomtools.file.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** A file that is there complete or not at all: written under another name beside its place, then renamed. */
public final class OutputFile {
    private static final String TEMPORARY =
            ".symbolon-" + ProcessHandle.current().pid() + "-";
    private static final AtomicLong NUMBER = new AtomicLong();

    private OutputFile() {}

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /** Makes the file of that name, which is not there yet. */
        void writeTo(Path temporary) throws IOException;
    }

    /** Replaces the file if there is one; makes its folders. Nothing is left behind where the content fails. */
    public static void write(Path path, Content content) throws IOException {
        Path temporary = path.toAbsolutePath().resolveSibling(TEMPORARY + NUMBER.incrementAndGet());
        Path folder = Objects.requireNonNull(temporary.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        boolean complete = false;
        try {
            content.writeTo(temporary);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
