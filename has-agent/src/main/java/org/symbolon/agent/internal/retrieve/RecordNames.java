package org.symbolon.agent.internal.retrieve;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.record.RecordFormat;

/**
 * The names that textual records get: {@code records/number_kind.extension}, since what they were called is not known. What an
 * earlier run has written is found again by its content and keeps its name; new ones are numbered behind it. Thread-safe.
 */
final class RecordNames {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})_[a-z0-9]+\\.[a-z0-9]+");

    private final Path folder;
    private final Map<String, Path> present = new HashMap<>();
    private int last;

    /** Looks at what is there. */
    RecordNames(Path out) throws IOException {
        this.folder = out.resolve("records");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                Matcher name = NUMBERED.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    last = Math.max(last, Integer.parseInt(name.group(1)));
                    present.put(FileDigest.sha256(file, 0), file);
                }
            }
        }
    }

    /** Where it stands already; null: nowhere. */
    synchronized @Nullable Path present(String originalSha256) {
        return present.get(originalSha256);
    }

    /** A name that nothing has. The folder exists when this returns. */
    synchronized Path next(RecordFormat format) throws IOException {
        Files.createDirectories(folder);
        last++;
        return folder.resolve(String.format(Locale.ROOT, "%05d_%s", last, suffix(format)));
    }

    /** Where it waits for its number. */
    Path waiting(String originalSha256) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve("." + originalSha256 + ".waiting");
    }

    private static String suffix(RecordFormat format) {
        return switch (format) {
            case HL7_V2 -> "hl7v2.hl7";
            case CDA -> "cda.xml";
            case HL7_V3 -> "hl7v3.xml";
            case FHIR_JSON -> "fhir.json";
            case FHIR_XML -> "fhir.xml";
        };
    }
}
