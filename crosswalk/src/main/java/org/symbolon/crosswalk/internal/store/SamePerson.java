package org.symbolon.crosswalk.internal.store;

import java.util.List;
import java.util.regex.Pattern;
import org.symbolon.crosswalk.PatientIdentity;

/**
 * Whether a record and those of a known person, under one patient ID, are of one person ({@code docs/adr/0004}). Compares plain
 * values: the caller found the person by a blind index.
 */
final class SamePerson {
    /** How sure it is; the order counts. */
    enum Verdict {
        /** They contradict each other in name, birth date or sex. */
        ANOTHER,
        /** Nothing but the ID agrees. */
        UNKNOWN,
        /** Name or birth date agrees, and the other does not contradict. */
        CERTAIN,
        /** Name and birth date agree. */
        CERTAIN_TWICE;

        boolean isCertain() {
            return this == CERTAIN || this == CERTAIN_TWICE;
        }
    }

    private enum Agreement {
        SAME,
        SILENT,
        OTHER
    }

    private static final Pattern FULL_DATE = Pattern.compile("[1-9][0-9]{7}");
    private static final Pattern PART_OF_DATE = Pattern.compile("[1-9][0-9]{3}([0-9]{2})?");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    /** What systems write where nobody told them. */
    private static final String STAND_IN_DATE = "19000101";

    private final PatientIdentity record;
    private final Demographics person;
    private final PersonName name;

    SamePerson(PatientIdentity record) {
        this.record = record;
        this.person = Demographics.of(record);
        this.name = PersonName.of(record.name());
    }

    /** Over all records of the known person that bear on it: one that contradicts outweighs any that agrees. */
    Verdict of(List<PatientIdentity> known) {
        Verdict best = Verdict.UNKNOWN;
        for (PatientIdentity one : known) {
            if (isOfThisId(one)) {
                Verdict verdict = compare(one);
                if (verdict == Verdict.ANOTHER) {
                    return verdict;
                }
                best = verdict.compareTo(best) > 0 ? verdict : best;
            }
        }
        return best;
    }

    /** Whether a record under another ID is the same person's: one lists the other's ID, and name, birth date and sex agree. */
    boolean isCrossListed(List<PatientIdentity> known) {
        return person.areComplete() && known.stream().anyMatch(this::isCrossListed);
    }

    private boolean isCrossListed(PatientIdentity one) {
        return (lists(record, one) || lists(one, record))
                && Demographics.of(one).sex().equals(person.sex())
                && compareBirthDates(Demographics.of(one).birthDate(), person.birthDate()) == Agreement.SAME
                && PersonName.of(one.name()).compare(name) == PersonName.Likeness.SAME;
    }

    private static boolean lists(PatientIdentity one, PatientIdentity other) {
        return !other.patientId().isEmpty() && one.otherPatientIds().contains(other.patientId());
    }

    private boolean isOfThisId(PatientIdentity one) {
        return one.patientId().equals(record.patientId()) && (isOfThisIssuer(one) || lacksAnIssuer(one));
    }

    private boolean isOfThisIssuer(PatientIdentity one) {
        return one.issuer().equals(record.issuer())
                && (!record.issuer().isEmpty() || one.source().equals(record.source()));
    }

    /** The same clinic, which names the issuer in the one and not in the other. */
    private boolean lacksAnIssuer(PatientIdentity one) {
        return one.source().equals(record.source())
                && (one.issuer().isEmpty() || record.issuer().isEmpty());
    }

    private Verdict compare(PatientIdentity one) {
        Demographics other = Demographics.of(one);
        Agreement birthDates = compareBirthDates(person.birthDate(), other.birthDate());
        PersonName.Likeness names = name.compare(PersonName.of(one.name()));
        if (birthDates == Agreement.SAME && names == PersonName.Likeness.SAME) {
            return Verdict.CERTAIN_TWICE;
        }
        boolean sexesDiffer = !person.sex().isEmpty()
                && !other.sex().isEmpty()
                && !person.sex().equals(other.sex());
        if (birthDates == Agreement.OTHER || names == PersonName.Likeness.OTHER || sexesDiffer) {
            return isOfThisIssuer(one) ? Verdict.ANOTHER : Verdict.UNKNOWN;
        }
        boolean agrees = birthDates == Agreement.SAME || names == PersonName.Likeness.SAME;
        return agrees && isOfThisIssuer(one) && !isStandIn(record.patientId()) ? Verdict.CERTAIN : Verdict.UNKNOWN;
    }

    private static Agreement compareBirthDates(String one, String other) {
        if (isFull(one) && isFull(other)) {
            return one.equals(other) ? Agreement.SAME : Agreement.OTHER;
        }
        boolean parts = (isFull(one) || PART_OF_DATE.matcher(one).matches())
                && (isFull(other) || PART_OF_DATE.matcher(other).matches());
        return parts && !one.startsWith(other) && !other.startsWith(one) ? Agreement.OTHER : Agreement.SILENT;
    }

    private static boolean isFull(String date) {
        return FULL_DATE.matcher(date).matches() && !date.equals(STAND_IN_DATE);
    }

    /** An ID like UNKNOWN, 0 or 9999 may be anybody's. */
    private static boolean isStandIn(String id) {
        return !DIGIT.matcher(id).find() || id.chars().distinct().count() == 1;
    }
}
