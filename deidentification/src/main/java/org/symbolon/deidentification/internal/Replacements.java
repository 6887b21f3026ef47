package org.symbolon.deidentification.internal;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.Uid;

/** The new bytes of an element under a rule. */
final class Replacements {
    private static final Pattern TIMES = Pattern.compile("[0-9.:\\\\ \\x00+-]*");

    private Replacements() {}

    /** Whether a value is nothing but times of day (PS3.5 table 6.2-1, TM), old forms included. */
    static boolean isTime(byte[] value) {
        return TIMES.matcher(Ascii.text(value)).matches();
    }

    /** For an element that has a value, or is to get one. */
    static Replacement of(Rule rule, Element element, IdentityAttributes identity) {
        return switch (rule.action()) {
            case KEEP, KEEP_TIME, REQUIRE -> substitutes -> null;
            case REMOVE -> Replacement.NOTHING;
            case EMPTY -> substitutes -> element.with(new byte[0]);
            case DUMMY, HASH, TRUNCATE_DATE, CAP_AGE, CLEAN_TEXT, PROCESS, SET, QUARANTINE -> dummy(element);
            case REPLACE_UID, HOSPITAL_UID -> substitutes -> uids(element, substitutes);
            case SHIFT_DATE -> shifted(rule, element, identity);
            case PATIENT_PSEUDONYM -> substitutes -> patient(element, identity, substitutes);
            case NUMBER_PSEUDONYM -> substitutes -> accession(element, identity, substitutes);
            case REMOVE_OR_EMPTY, REMOVE_OR_DUMMY, EMPTY_OR_DUMMY, REMOVE_EMPTY_OR_DUMMY, REMOVE_EMPTY_OR_UIDS ->
                throw new IllegalArgumentException("A rule set resolves what depends on the type");
        };
    }

    private static Replacement dummy(Element element) {
        if (element.meaning() == Vr.UI) {
            return substitutes -> uids(element, substitutes);
        }
        return substitutes -> element.with(DummyValues.of(element.meaning()));
    }

    private static byte @Nullable [] uids(Element element, Substitutes substitutes) {
        StringJoiner replaced = new StringJoiner("\\");
        boolean same = true;
        for (String part : Ascii.text(element.value()).split("\\\\", -1)) {
            String uid = IdentityAttributes.trim(part);
            boolean stays = uid.isEmpty() || (Uid.isUid(uid) && Uid.isRegistered(uid));
            replaced.add(stays ? uid : substitutes.uid(uid));
            same &= stays;
        }
        return same ? null : element.with(replaced.toString());
    }

    private static Replacement shifted(Rule rule, Element element, IdentityAttributes identity) {
        return substitutes -> {
            String value = Ascii.text(element.value());
            int end = value.length();
            while (end > 0 && value.charAt(end - 1) == '\0') {
                end--;
            }
            Optional<String> shifted = DateShift.shift(value.substring(0, end), substitutes.dateShiftDays());
            return shifted.isPresent()
                    ? element.with(shifted.get())
                    : of(rule.fallback(), element, identity).bytes(substitutes);
        };
    }

    /** Another patient that a nested item names is not given this patient's pseudonym, but none. */
    private static byte[] patient(Element element, IdentityAttributes identity, Substitutes substitutes) {
        boolean samePatient = element.depth() == 0
                || identity.text(element.value(), element.tag() == Tags.PatientName ? Vr.PN : Vr.LO)
                        .equals(identity.text(element.tag()));
        return element.with(samePatient ? substitutes.patient() : "");
    }

    private static byte @Nullable [] accession(Element element, IdentityAttributes identity, Substitutes substitutes) {
        String number = identity.text(element.value(), Vr.SH);
        return number.isEmpty() ? null : element.with(substitutes.accession(number));
    }
}
