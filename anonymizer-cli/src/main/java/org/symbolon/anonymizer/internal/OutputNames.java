package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives study/series/instance names below a folder; of several contents of one name all but the first get a suffix from
 * their digest. Thread-safe.
 */
public final class OutputNames {
    private static final int SUFFIX_DIGITS = 16;

    private final Path folder;
    private final Map<Path, String> taken = new ConcurrentHashMap<>();

    /** Tells whether a file that is there already holds the content of this digest. */
    @FunctionalInterface
    public interface Existing {
        boolean holds(Path file, String digest) throws IOException;
    }

    public OutputNames(Path folder) {
        this.folder = folder;
    }

    /** The file to write, in a folder that exists. The UIDs have the form of UIDs, so they lead nowhere else. */
    public Path file(String study, String series, String instance, String digest, Existing existing)
            throws IOException {
        Path parent = folder.resolve(study).resolve(series);
        Files.createDirectories(parent);
        Path plain = parent.resolve(instance + ".dcm");
        String first = taken.putIfAbsent(plain, digest);
        boolean ours = first == null ? !Files.exists(plain) || existing.holds(plain, digest) : first.equals(digest);
        return ours ? plain : parent.resolve(instance + "-" + digest.substring(0, SUFFIX_DIGITS) + ".dcm");
    }
}
