package org.symbolon.deidentification.cleaning.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Ordinary words that are also names, from the resources of this package. */
final class CommonWords {
    private static final int SHORT = 2;
    private static final Set<String> IMAGING = load("imaging-words.txt");
    private static final Set<String> WORDS = load("common-words.txt", "medical-words.txt", "imaging-words.txt");

    private CommonWords() {}

    /** Whether a name that is spelled so may be an ordinary word; two letters always may. */
    static boolean contains(String folded) {
        return folded.length() <= SHORT || WORDS.contains(folded);
    }

    /** Whether it is a word that names of protocols and findings begin with. */
    static boolean isOfImaging(String folded) {
        return IMAGING.contains(folded);
    }

    private static Set<String> load(String... resources) {
        Set<String> words = new HashSet<>();
        for (String resource : resources) {
            try (InputStream in = CommonWords.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("The resource " + resource + " is missing");
                }
                new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(line -> Arrays.stream(line.split(" ")))
                        .filter(word -> !word.isEmpty())
                        .forEach(words::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Collections.unmodifiableSet(words);
    }
}
