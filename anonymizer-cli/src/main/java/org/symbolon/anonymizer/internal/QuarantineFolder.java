package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import org.symbolon.crosswalk.Pseudonyms;
import org.symbolon.deidentification.pixels.PixelDoubt;
import org.symbolon.deidentification.pixels.PixelReview;

/**
 * Copies of refused originals for a person to look at, and {@code quarantine.tsv}: name, code, original path, what is wrong, and,
 * where it is in doubt for its pixels, the digest that {@code --reviewed} knows it by. Holds identity; readable by its owner only. Thread-safe.
 */
public final class QuarantineFolder implements FileRun.Refusals {
    private static final String PURPOSE = "quarantine";
    private static final String LIST = "quarantine.tsv";
    private static final int NAME_BYTES = 8;

    private final Path folder;
    private final Pseudonyms pseudonyms;

    private QuarantineFolder(Path folder, Pseudonyms pseudonyms) {
        this.folder = folder;
        this.pseudonyms = pseudonyms;
    }

    /** Makes the folder where there is none. */
    public static QuarantineFolder open(Path folder, Pseudonyms pseudonyms) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return new QuarantineFolder(folder, pseudonyms);
    }

    @Override
    public synchronized void refused(Path file, Rejected rejected) throws IOException {
        String path = file.toAbsolutePath().normalize().toString();
        byte[] hash = pseudonyms.blindIndex(PURPOSE, path);
        String name = HexFormat.of().formatHex(Arrays.copyOf(hash, NAME_BYTES));
        Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        boolean doubtful = PixelDoubt.ruleOf(rejected.code(), rejected.rule()).isPresent();
        String digest = doubtful ? PixelReview.digest(file) : "";
        String line =
                String.join("\t", name, rejected.code().name(), oneLine(path), oneLine(rejected.rule()), digest) + "\n";
        Files.writeString(
                folder.resolve(LIST),
                line,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\t\\r\\n]", " ");
    }
}
