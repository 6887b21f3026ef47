package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.symbolon.deidentification.AtomicFile;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The files that the paths of a command line name: themselves, or all below a folder in the order of their names. */
public final class FileList {
    private FileList() {}

    /** Links to folders are not followed, and what a killed run of ours left unfinished is left out. A path that does not exist is {@code NOT_FOUND}. */
    public static List<Path> of(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new SymbolonException(ErrorCode.NOT_FOUND, "There is no file or folder " + path);
            }
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> walk = Files.walk(path)) {
                walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                        .filter(Files::isRegularFile)
                        .filter(file -> !AtomicFile.isUnfinished(file))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }
}
