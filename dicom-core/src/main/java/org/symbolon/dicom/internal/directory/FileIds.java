package org.symbolon.dicom.internal.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** File IDs (PS3.10 8.2) as files below the folder of the file-set, never outside of it. */
public final class FileIds {
    /** PS3.10 8.2 has 8; media that do not keep to it are read as well. */
    private static final int MAX_COMPONENTS = 32;

    private FileIds() {}

    public static Optional<Path> resolve(Path root, List<String> components) throws IOException {
        if (components.isEmpty() || components.size() > MAX_COMPONENTS) {
            return Optional.empty();
        }
        Path path = root;
        for (String component : components) {
            if (!isName(component)) {
                return Optional.empty();
            }
            try {
                path = existing(path, component);
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        return Optional.of(path);
    }

    private static boolean isName(String component) {
        return !component.isEmpty()
                && !component.equals(".")
                && !component.equals("..")
                && component.chars().allMatch(c -> c >= ' ' && c != '/' && c != '\\' && c != ':');
    }

    private static Path existing(Path folder, String name) throws IOException {
        Path exact = folder.resolve(name);
        if (Files.exists(exact) || !Files.isDirectory(folder)) {
            return exact;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(exact);
        }
    }
}
