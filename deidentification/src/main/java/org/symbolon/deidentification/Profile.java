package org.symbolon.deidentification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.DummyValues;
import org.symbolon.deidentification.internal.Marks;
import org.symbolon.deidentification.internal.RuleTable;
import org.symbolon.dicom.Vr;

/**
 * A named list of rules, from {@link Profiles}. Every rule holds at every nesting depth. Immutable and thread-safe.
 */
public final class Profile {

    /** What happens to attributes that no rule names. */
    public enum Unlisted {
        /** Everything stays. */
        STAYS,
        /**
         * What the standard's dictionary knows stays; private attributes, unknown ones, group lengths and bytes behind the
         * data set go, and person names are emptied.
         */
        STAYS_IF_STANDARD
    }

    private final String name;
    private final RuleTable rules;
    private final Unlisted unlisted;
    private final Rule dates;
    private final Marks marks;

    Profile(String name, RuleTable rules, Unlisted unlisted, Rule dates, Marks marks) {
        this.name = name;
        this.rules = rules;
        this.unlisted = unlisted;
        this.dates = dates;
        this.marks = marks;
    }

    public String name() {
        return name;
    }

    /** The rule that the profile has for the tag itself, null if it names none. */
    public @Nullable Rule rule(int tag) {
        return rules.rule(tag);
    }

    public Unlisted unlisted() {
        return unlisted;
    }

    /**
     * The rule for an attribute of the standard that the profile does not name, by its value representation. What holds
     * dates or UIDs is treated as the named ones are, since new attributes come faster than tables.
     */
    public Rule unlistedRule(Vr vr) {
        if (unlisted == Unlisted.STAYS) {
            return Rule.of(Action.KEEP);
        }
        return switch (vr) {
            case PN -> Rule.of(Action.EMPTY);
            case UI -> Rule.of(Action.REPLACE_UID);
            case DA, DT -> dates;
            default -> Rule.of(Action.KEEP);
        };
    }

    /** Texts that the profile itself writes into objects: marks and dummy values. They say nothing about anybody. */
    public List<String> writtenTexts() {
        List<String> texts = new ArrayList<>(List.of(marks.method(), marks.temporal(), DummyValues.TEXT));
        marks.codes().forEach(code -> texts.add(code.meaning()));
        texts.removeIf(String::isEmpty);
        return texts;
    }

    /** For the engine: what it writes into the object. */
    public Marks marks() {
        return marks;
    }
}
