package org.symbolon.dicom.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The resources that {@code tools/generate_dictionary.py} writes. */
final class Tables {
    private Tables() {}

    static List<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.US_ASCII).lines().toList();
    }

    static byte[] bytes(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing from this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + name, e);
        }
    }
}
