package org.symbolon.deidentification.internal;

import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.NumberKind;
import org.symbolon.crosswalk.PatientPseudonym;
import org.symbolon.deidentification.cleaning.CleaningTally;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.internal.search.CopySearch;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/** Pseudonyms from the crosswalk, and texts cleaned by what the object itself says, for one object. Not thread-safe. */
public final class ObjectSubstitutes implements Substitutes {

    private static final int MIN_DIGITS_OF_A_UID = 8;
    private static final int MAX_DIGITS_OF_A_SIGN = 2;

    /**
     * What all objects of a run have in common.
     *
     * @param texts cleaned lately
     * @param movesDates whether dates in texts are moved, as others are
     * @param numberIssuer that tells equal numbers of two clinics apart, where the object does not say
     */
    public record Run(
            KeyedValues keyed,
            String project,
            String siteId,
            String siteName,
            String bodyPart,
            String numberIssuer,
            RecentTexts texts,
            boolean movesDates) {}

    private final Run run;
    private final PatientPseudonym patient;
    private final Plan plan;
    private final String accessionIssuer;
    private final boolean storesNumbers;
    private CleaningTally tally = CleaningTally.NONE;
    private @Nullable ObjectTexts shared;
    private @Nullable ObjectTexts own;
    private @Nullable CopySearch search;

    /** @param storesNumbers false for a preview, which leaves the crosswalk as it is */
    public ObjectSubstitutes(Run run, PatientPseudonym patient, Plan plan, boolean storesNumbers) {
        this.run = run;
        this.patient = patient;
        this.plan = plan;
        this.storesNumbers = storesNumbers;
        String issuer = plan.identity().accessionIssuer();
        this.accessionIssuer = issuer.isEmpty() ? run.numberIssuer() : issuer;
    }

    /** Words of the texts that were cleaned so far. */
    public CleaningTally tally() {
        return tally;
    }

    @Override
    public String uid(String uid) {
        return run.keyed().uid(uid);
    }

    @Override
    public String hospitalUid(String uid) {
        return run.keyed().hospitalUid(uid);
    }

    @Override
    public String patient() {
        return patient.id();
    }

    @Override
    public String projectPatient() {
        return run.keyed().projectPatient(patient.id());
    }

    @Override
    public int dateShiftDays() {
        return patient.dateShiftDays();
    }

    @Override
    public String accession(String accessionNumber) {
        return run.keyed().number(NumberKind.ACCESSION, accessionIssuer, accessionNumber, storesNumbers);
    }

    @Override
    public String visit(String visitNumber) {
        return run.keyed().number(NumberKind.VISIT, run.numberIssuer(), visitNumber, storesNumbers);
    }

    @Override
    public String hash(String value, boolean byProject) {
        return run.keyed().hash(value, byProject);
    }

    @Override
    public String filled(Rule rule) {
        String text = rule.argument();
        if (text.indexOf('$') < 0) {
            return text;
        }
        return text.replace("${project}", run.project())
                .replace("${site-id}", run.siteId())
                .replace("${site-name}", run.siteName())
                .replace(
                        "${body-part}",
                        run.bodyPart().isEmpty() ? plan.identity().text(Tags.BodyPartExamined) : run.bodyPart());
    }

    @Override
    public String cleaned(String text, Vr vr) {
        int days = run.movesDates() ? patient.dateShiftDays() : 0;
        ObjectTexts.Cleaned cleaned = texts(text, days).clean(text, kind(vr));
        tally = tally.plus(cleaned.tally());
        return cleaned.text();
    }

    /** Only a text that may hold the object's own UID needs it among the terms. */
    private ObjectTexts texts(String text, int days) {
        if (mayHoldUid(text)) {
            ObjectTexts known = own;
            if (known == null) {
                known = run.texts().with(plan.removed(), days, this::uid);
                own = known;
            }
            return known;
        }
        ObjectTexts known = shared;
        if (known == null) {
            known = run.texts().without(plan.removed(), days);
            shared = known;
        }
        return known;
    }

    /** Whether there are as many digits as the cleaner wants of a UID at least; any character beyond ASCII may stand for some. */
    private static boolean mayHoldUid(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : c >= 0x80 ? MAX_DIGITS_OF_A_SIGN : 0;
        }
        return digits >= MIN_DIGITS_OF_A_UID;
    }

    private static TextKind kind(Vr vr) {
        return switch (vr) {
            case LT, ST, UT -> TextKind.NARRATIVE;
            default -> TextKind.DESCRIPTION;
        };
    }

    @Override
    public byte[] searched(byte[] value) {
        CopySearch known = search;
        if (known == null) {
            known = CopySearch.of(plan.removed().values());
            search = known;
        }
        return known.overwritten(value);
    }
}
