package org.symbolon.testkit.score;

import java.util.List;
import java.util.Set;

/**
 * One line of the answer key.
 *
 * @param object the file's name below the corpus, with slashes
 * @param place where: tags joined by dots without item numbers ({@code (0040,A730).(0040,A160)}, any item counts), {@code pixels frame x y width
 *     height}, {@code pixels}, {@code name} (of the file and its folders) or {@code text} (of a textual record)
 * @param text what must go or stay
 * @param when the options of PS3.15 annex E, in kebab case and joined by {@code +}, without which the check does not apply; empty if it always does
 */
public record Check(String object, String place, ScoreAction action, String text, String when) {
    /** Retained by every profile. */
    public static final String ALWAYS = "";

    /** Whether a profile that claims these options has to pass. */
    public boolean appliesTo(Set<String> claimed) {
        return when.isEmpty() || claimed.containsAll(List.of(when.split("\\+")));
    }
}
