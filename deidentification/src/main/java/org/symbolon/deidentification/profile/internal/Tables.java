package org.symbolon.deidentification.profile.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the generated tables that lie beside the profiles. */
final class Tables {
    private static final String FOLDER = "/org/symbolon/deidentification/profile/";

    private Tables() {}

    /** The lines of a table, without comments. */
    static List<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    static byte[] bytes(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + FOLDER + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
