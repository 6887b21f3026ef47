package org.symbolon.dicomtools.file.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the outputs of a run go: a file that was named goes to the folder itself, one found below a folder keeps its
 * sub-folders. Where two would get the same name, the later one gets a number: {@code a.dcm.json}, {@code a.dcm.2.json}.
 */
public final class OutputNames {
    private final Map<Path, Path> names = new HashMap<>();

    /** With such an ending for every file ({@code .json}), or none. */
    public OutputNames(Path folder, List<SourceFile> files, String ending) {
        Set<Path> given = new HashSet<>();
        for (SourceFile file : files) {
            String name = folder.resolve(file.relative()).toString();
            Path path = Path.of(name + ending);
            for (int number = 2; !given.add(path); number++) {
                path = Path.of(name + "." + number + ending);
            }
            names.putIfAbsent(file.path(), path);
        }
    }

    public Path of(SourceFile file) {
        Path name = names.get(file.path());
        if (name == null) {
            throw new IllegalArgumentException("Not a file of this run");
        }
        return name;
    }
}
