package org.symbolon.agent.internal.intake;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Visits the regular files below paths that a person has named. A named path may be a symbolic link; links within a folder are
 * not followed, since they lead out of it or to what is visited anyway. Folders in {@code except} are left out.
 */
public final class FolderWalk {
    /** Folders within folders; what lies deeper is not visited but reported. */
    static final int MAX_DEPTH = 128;

    private final List<Path> paths;
    private final List<Path> except;

    /** What to do with a file. */
    public interface Visitor {
        void file(Path file, long bytes) throws IOException;

        /** A folder or file that cannot be looked at. */
        void unreadable(Path file) throws IOException;
    }

    public FolderWalk(List<Path> paths, List<Path> except) {
        this.paths =
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        this.except = List.copyOf(except);
    }

    public void visit(Visitor visitor) throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new SymbolonException(ErrorCode.NOT_FOUND, "One of the named paths does not exist");
            }
            Files.walkFileTree(path.toRealPath(), EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, adapt(visitor));
        }
    }

    private FileVisitor<Path> adapt(Visitor visitor) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return except.contains(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    visitor.file(file, attributes.size());
                } else if (attributes.isDirectory()) {
                    visitor.unreadable(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                visitor.unreadable(file);
                return FileVisitResult.CONTINUE;
            }
        };
    }
}
