package org.symbolon.deidentification.text.internal;

import java.nio.charset.Charset;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.cleaning.TextCleaner;
import org.symbolon.deidentification.text.policy.RecordRule;
import org.symbolon.record.Place;
import org.symbolon.record.RecordIdentity;

/** What is known and decided of one patient of a record before anything is changed. Owned by one call. */
public final class PartPlan {
    private final RecordIdentity identity;
    private final RecordSubstitutes substitutes;
    private final PartPlaces places;
    private final IdentityTerms terms;
    private final TextCleaner cleaner;
    private final CleanTexts clean = new CleanTexts();

    /** @param charset of the record */
    public PartPlan(
            Charset charset,
            RecordIdentity identity,
            PartPlaces places,
            IdentityTerms terms,
            RecordSubstitutes substitutes,
            CleaningOptions cleaning) {
        this.identity = identity;
        this.substitutes = substitutes;
        this.places = places;
        this.terms = terms;
        this.cleaner =
                new TextCleaner(terms, substitutes.patient().dateShiftDays(), cleaning, charset, substitutes::uid);
    }

    RecordIdentity identity() {
        return identity;
    }

    public RecordSubstitutes substitutes() {
        return substitutes;
    }

    int count() {
        return places.count();
    }

    /** Of the kind that its rule takes it for. */
    Place place(int index) {
        return places.place(index);
    }

    RecordRule rule(int index) {
        return places.rule(index);
    }

    IdentityTerms terms() {
        return terms;
    }

    public TextCleaner cleaner() {
        return cleaner;
    }

    CleanTexts clean() {
        return clean;
    }
}
