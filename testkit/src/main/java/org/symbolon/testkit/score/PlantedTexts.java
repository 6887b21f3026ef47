package org.symbolon.testkit.score;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.symbolon.testkit.internal.people.Script;

/** The bytes that a planted text may stand as in a file. */
final class PlantedTexts {
    /** A date, an age or a short number may stand elsewhere by chance. */
    private static final Pattern CHANCE = Pattern.compile("[\\d.:/ -]{1,10}");

    private PlantedTexts() {}

    static boolean isTelling(String text) {
        return !CHANCE.matcher(text).matches();
    }

    /** In every character set that the corpus uses and that can write it. */
    static List<byte[]> encodings(String text) {
        List<byte[]> encodings = new ArrayList<>();
        add(encodings, text.getBytes(StandardCharsets.UTF_8));
        for (Script script : Script.values()) {
            if (script.writes(text)) {
                add(encodings, script.bytes(text));
                add(encodings, script.bareBytes(text));
            }
        }
        return encodings;
    }

    private static void add(List<byte[]> encodings, byte[] bytes) {
        if (encodings.stream().noneMatch(known -> Arrays.equals(known, bytes))) {
            encodings.add(bytes);
        }
    }
}
