package org.symbolon.deidentification.internal.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.deidentification.internal.RemovedValues.Value;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Vr;

/**
 * What removed values look like where others copied them: names also in parts, dates also with punctuation, all of it in the
 * object's character sets, in UTF-8 and in UTF-16. Short values are left out: they are everywhere.
 */
final class Needles {
    private static final int MIN_NAME_CHARACTERS = 3;
    private static final int MIN_TEXT_CHARACTERS = 4;
    private static final int MIN_UID_CHARACTERS = 10;
    private static final int MAX_TEXT_CHARACTERS = 256;
    private static final int DATE_CHARACTERS = 8;
    private static final int MAX_NEEDLES = 20_000;

    private final Map<String, Needle> needles = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    static Collection<Needle> of(List<Value> values) {
        Needles all = new Needles();
        for (Value value : values) {
            if (all.needles.size() > MAX_NEEDLES) {
                break;
            }
            all.add(value);
        }
        return all.needles.values();
    }

    private void add(Value value) {
        for (String part : value.text().split("\\\\")) {
            String text = part.strip();
            if (text.length() > MAX_TEXT_CHARACTERS || !seen.add(value.vr() + text)) {
                continue;
            }
            switch (value.vr()) {
                case PN -> name(text, value);
                case UI -> uid(text);
                case DA, DT -> date(text);
                case AE, LO, LT, SH, ST, UC, UR, UT -> text(text, MIN_TEXT_CHARACTERS, value);
                default -> {
                    // Codes, ages, times and numbers are nobody's own.
                }
            }
        }
    }

    private void name(String text, Value value) {
        text(text, MIN_NAME_CHARACTERS, value);
        for (String component : text.split("[\\^=]")) {
            text(component.strip(), MIN_NAME_CHARACTERS, value);
            for (String word : component.strip().split("\\s+")) {
                text(word, MIN_NAME_CHARACTERS, value);
            }
        }
    }

    private void uid(String text) {
        if (text.length() >= MIN_UID_CHARACTERS) {
            put(Needle.uid(text.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private void date(String text) {
        String digits = text.replace(".", "");
        if (digits.length() < DATE_CHARACTERS
                || !digits.substring(0, DATE_CHARACTERS).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        String year = digits.substring(0, 4);
        String month = digits.substring(4, 6);
        String day = digits.substring(6, DATE_CHARACTERS);
        for (String separator : List.of("", ".", "-", "/")) {
            put(Needle.date((year + separator + month + separator + day).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private void text(String text, int minCharacters, Value value) {
        if (text.codePointCount(0, text.length()) < minCharacters || isTrivial(text)) {
            return;
        }
        put(Needle.text(text.getBytes(StandardCharsets.UTF_8)));
        put(Needle.text(text.getBytes(StandardCharsets.UTF_16LE)));
        try {
            put(Needle.text(CharacterSets.encode(text, Vr.LO, value.characterSets())));
        } catch (IllegalArgumentException notInItsCharacterSets) {
            put(Needle.text(text.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** One character again and again, as dummies have it. */
    private static boolean isTrivial(String text) {
        return text.chars().allMatch(c -> c == text.charAt(0));
    }

    private void put(Needle needle) {
        needles.put(new String(needle.folded(), StandardCharsets.ISO_8859_1), needle);
    }

    /** As a list for those that want an order: the longest first. */
    static List<Needle> longestFirst(Collection<Needle> needles) {
        List<Needle> sorted = new ArrayList<>(needles);
        sorted.sort((a, b) -> b.folded().length - a.folded().length);
        return sorted;
    }
}
