package org.symbolon.deidentification.cleaning.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Ordinary words that are also names, from the resource {@code common-words.txt}. */
final class CommonWords {
    private static final String RESOURCE = "common-words.txt";
    private static final int SHORT = 2;
    private static final Set<String> WORDS = load();

    private CommonWords() {}

    /** Whether a name that is spelled so may be an ordinary word; two letters always may. */
    static boolean contains(String folded) {
        return folded.length() <= SHORT || WORDS.contains(folded);
    }

    private static Set<String> load() {
        try (InputStream in = CommonWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
