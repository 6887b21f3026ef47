package org.symbolon.dicomtools.file.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.dicomtools.file.internal.OutputNames;
import org.symbolon.dicomtools.file.internal.SourceFile;
import org.symbolon.dicomtools.file.internal.SourceFiles;

/** Where each file goes. */
public final class CopyPlan {
    private final SourceFiles sources;
    private final OutputNames names;
    private final Path target;
    private final boolean isSingle;

    private CopyPlan(SourceFiles sources, Path target, boolean isSingle) {
        this.sources = sources;
        this.names = new OutputNames(target, sources.files(), "");
        this.target = target;
        this.isSingle = isSingle;
    }

    /**
     * One file goes to the target itself, unless that is a folder; several, and what is in folders, go into the target. Of a
     * folder its content is taken: a file {@code IN/a/b} becomes {@code OUT/a/b}.
     *
     * @throws IllegalArgumentException if several files were to go into one
     */
    public static CopyPlan of(List<Path> paths, Path target) throws IOException {
        boolean single = paths.size() == 1 && !Files.isDirectory(paths.get(0)) && !Files.isDirectory(target);
        boolean folder = !single && (paths.size() > 1 || Files.isDirectory(paths.get(0)));
        if (folder && Files.exists(target) && !Files.isDirectory(target)) {
            throw new IllegalArgumentException("OUT is a file: several files, or a folder, go into a folder");
        }
        return new CopyPlan(SourceFiles.of(paths), target, single);
    }

    public SourceFiles sources() {
        return sources;
    }

    public Path of(SourceFile file) {
        return isSingle ? target : names.of(file);
    }
}
