package org.symbolon.deidentification.internal;

import java.util.Arrays;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Vr;

/** The new bytes of an element under a rule: which kind of value makes them. */
final class Replacements {
    /** Argument of a KEEP rule for what stays only without copies of what goes elsewhere. */
    static final String SEARCH = "search";

    private static final String BY_PROJECT = "project";

    private Replacements() {}

    /** Whether the rule's pseudonym is one of the project's own. */
    static boolean isByProject(Rule rule) {
        return rule.argument().equals(BY_PROJECT);
    }

    /** Whether {@link #of} looks at the value. */
    static boolean needsValue(Rule rule, Vr vr, int tag) {
        return switch (rule.action()) {
            case KEEP, REMOVE, EMPTY, REQUIRE, QUARANTINE -> false;
            case DUMMY, SET -> vr == Vr.UI || Dictionary.standard().vr(tag) == Vr.UI;
            case PROCESS -> rule.otherwise() != Action.REMOVE && rule.otherwise() != Action.EMPTY;
            case REPLACE_UID,
                    HOSPITAL_UID,
                    HASH,
                    SHIFT_DATE,
                    TRUNCATE_DATE,
                    KEEP_TIME,
                    CAP_AGE,
                    PATIENT_PSEUDONYM,
                    NUMBER_PSEUDONYM,
                    CLEAN_TEXT -> true;
            case REMOVE_OR_EMPTY, REMOVE_OR_DUMMY, EMPTY_OR_DUMMY, REMOVE_EMPTY_OR_DUMMY, REMOVE_EMPTY_OR_UIDS ->
                throw dependsOnType();
        };
    }

    /** For an element that has a value, or is to get one. */
    static Replacement of(Rule rule, Element element, IdentityAttributes identity) {
        return switch (rule.action()) {
            case KEEP, REQUIRE -> substitutes -> null;
            case REMOVE -> Replacement.NOTHING;
            case EMPTY -> substitutes -> element.with(new byte[0]);
            case DUMMY -> dummy(rule, element);
            case SET -> set(rule, element);
            case REPLACE_UID -> substitutes -> UidValues.replaced(element, substitutes::uid);
            case HOSPITAL_UID -> substitutes -> UidValues.replaced(element, substitutes::hospitalUid);
            case KEEP_TIME ->
                DateValues.isTime(element.value()) ? substitutes -> null : fallback(rule, element, identity);
            case SHIFT_DATE ->
                orElse(
                        substitutes -> DateValues.shifted(element, substitutes.dateShiftDays()),
                        rule,
                        element,
                        identity);
            case TRUNCATE_DATE ->
                orElse(substitutes -> DateValues.truncated(element, rule.argument()), rule, element, identity);
            case CAP_AGE -> AgeValues.capped(rule, element, identity);
            case PATIENT_PSEUDONYM -> substitutes -> NameValues.patient(rule, element, identity, substitutes);
            case NUMBER_PSEUDONYM -> substitutes -> NameValues.number(rule, element, substitutes);
            case HASH -> NameValues.hash(rule, element);
            case CLEAN_TEXT -> TextValues.cleaned(rule, element, identity);
            case PROCESS -> fallback(rule, element, identity);
            case QUARANTINE ->
                substitutes -> {
                    throw Risk.of(element.tag(), rule, "the value is not what the rule is for");
                };
            case REMOVE_OR_EMPTY, REMOVE_OR_DUMMY, EMPTY_OR_DUMMY, REMOVE_EMPTY_OR_DUMMY, REMOVE_EMPTY_OR_UIDS ->
                throw dependsOnType();
        };
    }

    /** What the rule says of a value that its action does not fit; a dummy where it says nothing else. */
    static Replacement fallback(Rule rule, Element element, IdentityAttributes identity) {
        Rule second = rule.fallback();
        return second.action() == rule.action()
                ? dummy(rule.with(Action.DUMMY), element)
                : of(second, element, identity);
    }

    /** The first replacement, where it is null the rule's second choice. */
    private static Replacement orElse(Replacement first, Rule rule, Element element, IdentityAttributes identity) {
        return substitutes -> {
            byte[] bytes = first.bytes(substitutes);
            return bytes != null ? bytes : fallback(rule, element, identity).bytes(substitutes);
        };
    }

    static Replacement dummy(Rule rule, Element element) {
        if (!rule.argument().isEmpty()) {
            return set(rule, element);
        }
        if (element.meaning() == Vr.UI) {
            return substitutes -> UidValues.replaced(element, substitutes::uid);
        }
        return substitutes -> element.with(DummyValues.of(element.meaning()));
    }

    static Replacement set(Rule rule, Element element) {
        return substitutes -> TextValues.written(substitutes.filled(rule), element);
    }

    /** What stays, without copies of what goes elsewhere. */
    static Replacement searched(Element element) {
        return substitutes -> {
            byte[] searched = substitutes.searched(element.value());
            return Arrays.equals(searched, element.value()) ? null : element.with(searched);
        };
    }

    private static IllegalArgumentException dependsOnType() {
        return new IllegalArgumentException("A rule set resolves what depends on the type");
    }
}
