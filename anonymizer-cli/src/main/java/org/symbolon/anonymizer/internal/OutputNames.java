package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives study/series/instance names below a folder; of several contents of one name all but the first get a suffix from
 * their digest. Thread-safe.
 */
public final class OutputNames {
    private static final int SUFFIX_DIGITS = 16;
    private static final String RECORDS = "records";
    private static final String DIRECTORIES = "directories";
    private static final int MAX_KNOWN_FOLDERS = 10_000;

    private final Path folder;
    private final Map<Path, String> inFlight = new ConcurrentHashMap<>();
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    /** Tells whether a file that is there already holds the content that is to be written. */
    @FunctionalInterface
    public interface Existing {
        boolean holds(Path file) throws IOException;
    }

    public OutputNames(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /**
     * The file to write an object to, in a folder that exists; {@link #written} is to be called once it is there. The UIDs have
     * the form of UIDs, so they lead nowhere else.
     */
    public Path object(String study, String series, String instance, String digest, Existing existing)
            throws IOException {
        // a DICOMDIR belongs to no study
        Path parent = study.equals(series)
                ? folder.resolve(DIRECTORIES)
                : folder.resolve(study).resolve(series);
        return file(parent, instance, ".dcm", digest, existing);
    }

    /** The file to write a textual record to, named by a digest; likewise. */
    public Path record(String digest, String extension) throws IOException {
        return file(folder.resolve(RECORDS), digest, "." + extension, digest, file -> true);
    }

    private Path file(Path parent, String name, String extension, String digest, Existing existing) throws IOException {
        makeFolder(parent);
        Path plain = parent.resolve(name + extension);
        String first = inFlight.putIfAbsent(plain, digest);
        // Files.exists makes an exception for each file that is not there
        boolean ours = first == null ? !plain.toFile().exists() || existing.holds(plain) : first.equals(digest);
        if (ours) {
            return plain;
        }
        if (first == null) {
            inFlight.remove(plain, digest);
        }
        return parent.resolve(name + "-" + digest.substring(0, SUFFIX_DIGITS) + extension);
    }

    private void makeFolder(Path parent) throws IOException {
        if (made.contains(parent)) {
            return;
        }
        Files.createDirectories(parent);
        if (made.size() < MAX_KNOWN_FOLDERS) {
            made.add(parent);
        }
    }

    /** From here on the disk tells who has this name. */
    public void written(Path file) {
        inFlight.remove(file);
    }
}
