package org.symbolon.dicomtools.file.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files that a command line names: themselves, or all below a folder in the order of their names.
 *
 * @param unreadable paths that do not exist, and folders that cannot be listed
 */
public record SourceFiles(List<SourceFile> files, List<Failure> unreadable) {
    /** Links to files are followed, links to folders are not. */
    public static SourceFiles of(List<Path> paths) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        List<Failure> unreadable = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                addBelow(path, files, unreadable);
            } else if (Files.exists(path)) {
                files.add(new SourceFile(path, path.getFileName()));
            } else {
                unreadable.add(Failure.notFound(path));
            }
        }
        return new SourceFiles(List.copyOf(files), List.copyOf(unreadable));
    }

    private static void addBelow(Path folder, List<SourceFile> files, List<Failure> unreadable) throws IOException {
        List<SourceFile> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() || (attributes.isSymbolicLink() && Files.isRegularFile(file))) {
                    found.add(new SourceFile(file, folder.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                unreadable.add(Failure.of(file, e));
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparing(SourceFile::relative));
        files.addAll(found);
    }
}
