package org.symbolon.crosswalk.internal.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.symbolon.crosswalk.PatientIdentity;

/**
 * Name, birth date and sex of a record in the form in which they are compared ({@code docs/format/crosswalk.md}).
 *
 * @param name first non-empty component group (PS3.5 6.2.1.1), without accents, in capitals, single blanks, no empty
 *     components at the end; empty if absent
 * @param birthDate eight digits, or what the record has in its place
 * @param sex M, F or O, else empty
 */
record Demographics(String name, String birthDate, String sex) {
    /** Only the accents of Latin, Greek and Cyrillic: in other scripts such marks make another letter. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern AROUND_DELIMITER = Pattern.compile(" ?\\^ ?");
    private static final Pattern EMPTY_END = Pattern.compile("[\\^ ]+$");
    private static final Pattern DATE_PUNCTUATION = Pattern.compile("[.\\-/ ]");
    private static final Pattern FULL_DATE = Pattern.compile("[1-9][0-9]{7}");

    static Demographics of(PatientIdentity identity) {
        return new Demographics(
                normaliseName(identity.name()),
                DATE_PUNCTUATION.matcher(identity.birthDate()).replaceAll(""),
                normaliseSex(identity.sex()));
    }

    /** Whether they are enough to take two records for one person, if their IDs say so too. */
    boolean areComplete() {
        return !name.isEmpty() && hasBirthDate() && !sex.isEmpty();
    }

    boolean hasNameAndBirthDate() {
        return !name.isEmpty() && hasBirthDate();
    }

    private boolean hasBirthDate() {
        return FULL_DATE.matcher(birthDate).matches();
    }

    private static String normaliseName(String name) {
        for (String group : name.split("=", -1)) {
            String decomposed = Normalizer.normalize(group, Normalizer.Form.NFKD);
            String plain = ACCENTS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
            String spaced = BLANKS.matcher(plain).replaceAll(" ").strip();
            String joined = AROUND_DELIMITER.matcher(spaced).replaceAll("^");
            String ended = EMPTY_END.matcher(joined).replaceAll("");
            if (!ended.isEmpty()) {
                return ended;
            }
        }
        return "";
    }

    private static String normaliseSex(String sex) {
        String capital = sex.toUpperCase(Locale.ROOT);
        return capital.equals("M") || capital.equals("F") || capital.equals("O") ? capital : "";
    }

    @Override
    public String toString() {
        return "[demographics]";
    }
}
