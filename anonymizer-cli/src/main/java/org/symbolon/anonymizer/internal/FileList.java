package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.AtomicFile;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The files that the paths of a command line name: themselves, or all below a folder in the order of their names. */
public final class FileList {
    private FileList() {}

    /**
     * Links to folders are not followed; what a killed run of ours left unfinished, and the folders that this run writes to, are
     * left out. A folder that cannot be read stands in the list itself, so that it is noted as a file would be. A path that does
     * not exist is {@code NOT_FOUND}, one that the run writes to {@code USAGE}.
     *
     * @param written folders that the run writes to; null stands for none
     */
    public static List<Path> of(List<Path> paths, @Nullable Path... written) throws IOException {
        List<Path> ours = new ArrayList<>();
        for (Path folder : written) {
            if (folder != null) {
                ours.add(real(folder));
            }
        }
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new SymbolonException(ErrorCode.NOT_FOUND, "There is no file or folder " + path);
            }
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            if (ours.contains(real(path))) {
                throw new SymbolonException(
                        ErrorCode.USAGE,
                        "The folder " + path
                                + " is read and written to: the next run would take results for originals");
            }
            files.addAll(below(path, ours));
        }
        return files;
    }

    private static List<Path> below(Path folder, List<Path> ours) throws IOException {
        List<Path> files = new ArrayList<>();
        Path top = real(folder);
        boolean holdsOurs = ours.stream().anyMatch(path -> path.startsWith(top));
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) throws IOException {
                return holdsOurs && ours.contains(real(inside))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file) && !AtomicFile.isUnfinished(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return files;
    }

    /** Without links and dots, as far as it is there. */
    private static Path real(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
    }
}
