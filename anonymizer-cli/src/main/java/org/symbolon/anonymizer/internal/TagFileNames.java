package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The tag file beside a DICOM file: the same name with extension txt; where two files of a folder differ in their
 * extension only, the later one gets txt behind its whole name.
 */
final class TagFileNames {
    private TagFileNames() {}

    /** Where to write: the tag file that the file has already, else the first name that is free. */
    static Path toWrite(Path file) throws IOException {
        Optional<Path> free = Optional.empty();
        String digest = ObjectKeys.sha256(file);
        for (Path candidate : candidates(file)) {
            if (!Files.exists(candidate)) {
                free = free.isPresent() ? free : Optional.of(candidate);
            } else if (InPlace.isTagFile(candidate) && belongs(candidate, digest)) {
                return candidate;
            }
        }
        return free.orElseThrow(
                () -> new SymbolonException(ErrorCode.USAGE, "Where the tag file should go there is another file"));
    }

    /** Where to read from. */
    static Path toRead(Path file) throws IOException {
        String digest = ObjectKeys.sha256(file);
        boolean other = false;
        for (Path candidate : candidates(file)) {
            if (Files.exists(candidate) && InPlace.isTagFile(candidate)) {
                if (belongs(candidate, digest)) {
                    return candidate;
                }
                other = true;
            }
        }
        throw other
                ? new SymbolonException(ErrorCode.HALVES_DO_NOT_MATCH, "The tag file does not fit this file")
                : new SymbolonException(ErrorCode.NOT_FOUND, "There is no tag file beside this file");
    }

    private static boolean belongs(Path tagFile, String digest) throws IOException {
        TagFile tags = InPlace.read(tagFile);
        return digest.equals(tags.anonymousSha256()) || digest.equals(tags.originalSha256());
    }

    private static Set<Path> candidates(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        Set<Path> candidates = new LinkedHashSet<>();
        candidates.add(file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".txt"));
        candidates.add(file.resolveSibling(name + ".txt"));
        candidates.remove(file);
        return candidates;
    }
}
