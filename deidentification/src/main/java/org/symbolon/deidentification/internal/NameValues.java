package org.symbolon.deidentification.internal;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;

/** Pseudonyms of people and numbers. */
final class NameValues {
    private static final String VISIT = "visit";

    private NameValues() {}

    /** Another patient that a nested item names is not given this patient's pseudonym, but none. */
    static byte[] patient(Rule rule, Element element, IdentityAttributes identity, Substitutes substitutes) {
        boolean samePatient = element.depth() == 0 || Ascii.trim(element.text()).equals(identity.text(element.tag()));
        if (!samePatient) {
            return element.with("");
        }
        return element.with(Replacements.isByProject(rule) ? substitutes.projectPatient() : substitutes.patient());
    }

    /** Null if there is no number. */
    static byte @Nullable [] number(Rule rule, Element element, Substitutes substitutes) {
        StringJoiner numbers = new StringJoiner("\\");
        boolean any = false;
        for (String part : element.text().split("\\\\", -1)) {
            String number = Ascii.trim(part);
            any |= !number.isEmpty();
            numbers.add(rule.argument().equals(VISIT) ? substitutes.visit(number) : substitutes.accession(number));
        }
        return any ? element.with(numbers.toString()) : null;
    }

    /** What has a form of its own, such as a date or a number, gets a dummy: a hash would break it. */
    static Replacement hash(Rule rule, Element element) {
        return switch (element.meaning()) {
            case AE, LO, LT, PN, SH, ST, UC, UT, CS, UN -> substitutes -> hashed(rule, element, substitutes);
            case UI ->
                substitutes -> UidValues.replaced(
                        element, Replacements.isByProject(rule) ? substitutes::uid : substitutes::hospitalUid);
            default -> Replacements.dummy(rule.with(Action.DUMMY), element);
        };
    }

    private static byte @Nullable [] hashed(Rule rule, Element element, Substitutes substitutes) {
        String value = Ascii.trim(element.text());
        if (value.isEmpty()) {
            return null;
        }
        if (!rule.origin().equals(DirectoryRules.ORIGIN)) {
            return element.with(substitutes.hash(value, Replacements.isByProject(rule)));
        }
        StringJoiner components = new StringJoiner("\\");
        for (String component : value.split("\\\\", -1)) {
            components.add(substitutes.hash(Ascii.trim(component), true).substring(0, DirectoryRules.NAME_CHARACTERS));
        }
        return element.with(components.toString());
    }
}
