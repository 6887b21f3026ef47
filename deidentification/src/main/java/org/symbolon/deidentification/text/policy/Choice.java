package org.symbolon.deidentification.text.policy;

import org.jspecify.annotations.Nullable;
import org.symbolon.record.PlaceType;

/**
 * A rule as a profile writes it: an action, or {@code as KIND}.
 *
 * @param as null where the place stays what it is
 * @param action null where the kind's own is meant
 */
record Choice(@Nullable PlaceType as, @Nullable RecordAction action) {
    private static final String AS = "as ";

    /** @throws IllegalArgumentException where the text is no rule */
    static Choice parse(String rule) {
        String text = rule.strip();
        return text.startsWith(AS)
                ? new Choice(Kinds.kind(text.substring(AS.length()).strip()), null)
                : new Choice(null, Kinds.action(text));
    }
}
