package org.symbolon.testkit.internal.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words of {@code people.tsv}, by script and part. */
final class Vocabulary {
    static final String FAMILY = "family";
    static final String GIVEN_FEMALE = "given-female";
    static final String GIVEN_MALE = "given-male";
    static final String STREET = "street";
    static final String TOWN = "town";

    private final Map<String, List<String>> words = new HashMap<>();

    Vocabulary() {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("people.tsv"), "people.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split("\t", -1);
                words.computeIfAbsent(fields[0] + "\t" + fields[1], key -> new ArrayList<>())
                        .add(fields[2]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> words(Script script, String part) {
        return Objects.requireNonNull(words.get(script.name() + "\t" + part), part);
    }
}
