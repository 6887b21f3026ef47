package org.symbolon.deidentification.text.internal;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.cleaning.TextCleaner;
import org.symbolon.deidentification.text.policy.RecordPolicy;
import org.symbolon.deidentification.text.policy.RecordRule;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.RecordIdentity;

/** What is known and decided of one part of a record before anything is changed. Owned by one call. */
public final class PartPlan {
    private final RecordIdentity identity;
    private final RecordSubstitutes substitutes;
    private final List<Place> places;
    private final RecordRule[] rules;
    private final IdentityTerms terms;
    private final TextCleaner cleaner;
    private final CleanTexts clean = new CleanTexts();

    /** @param places of the part */
    public PartPlan(
            ClinicalRecord record,
            RecordIdentity identity,
            List<Place> places,
            RecordSubstitutes substitutes,
            RecordPolicy policy,
            CleaningOptions cleaning,
            KnownTerms known) {
        this.identity = identity;
        this.substitutes = substitutes;
        this.places = new ArrayList<>(places.size());
        this.rules = new RecordRule[places.size()];
        IdentityValues found = new IdentityValues(record.language(), identity);
        for (int i = 0; i < rules.length; i++) {
            RecordRule rule = policy.of(places.get(i));
            Place place = places.get(i).as(rule.kind());
            rules[i] = rule;
            this.places.add(place);
            if (!rule.keeps()) {
                found.add(place, place.type());
            }
        }
        this.terms = found.terms(known);
        Charset charset = record.charset();
        this.cleaner = new TextCleaner(terms, substitutes.patient().dateShiftDays(), cleaning, charset);
    }

    RecordIdentity identity() {
        return identity;
    }

    RecordSubstitutes substitutes() {
        return substitutes;
    }

    int count() {
        return rules.length;
    }

    /** Of the kind that its rule takes it for. */
    Place place(int index) {
        return places.get(index);
    }

    RecordRule rule(int index) {
        return rules[index];
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
