package org.symbolon.deidentification.text.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.text.policy.RecordPolicy;
import org.symbolon.deidentification.text.policy.RecordRule;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordIdentity;
import org.symbolon.record.RecordPart;

/** The places of the parts that speak of one patient, with the rule of each. Owned by one call. */
public final class PartPlaces {
    /** Of so many patients each one's names are looked for in the texts of all. */
    private static final int FEW_PATIENTS = 16;

    private static final long MOST_SHARED = 20_000_000;

    private final RecordPart first;
    private final List<Place> places;
    private final List<RecordRule> rules;

    /** Those of the places that speak of no patient. */
    private final List<Place> common = new ArrayList<>(0);

    private PartPlaces(RecordPart first, int count) {
        this.first = first;
        this.places = new ArrayList<>(count);
        this.rules = new ArrayList<>(count);
    }

    /**
     * Those of each patient, in the order in which the record first speaks of them. Refuses with {@code IDENTITY_AT_RISK} where it
     * cannot be told of whom the record speaks.
     */
    public static List<PartPlaces> of(ClinicalRecord record, RecordPolicy policy) {
        List<RecordPart> parts = record.parts();
        List<Place> all = record.places();
        IdentityHashMap<Object, PartPlaces> persons = new IdentityHashMap<>();
        List<PartPlaces> ordered = new ArrayList<>(1);
        int from = 0;
        for (int i = 0; i < parts.size(); i++) {
            RecordPart part = parts.get(i);
            if (!part.doubt().isEmpty()) {
                throw new SymbolonException(
                        ErrorCode.IDENTITY_AT_RISK,
                        "Of several patients it cannot be told whom " + part.doubt() + " at byte " + part.start()
                                + " belongs to");
            }
            PartPlaces person = persons.get(part.person());
            if (person == null) {
                person = new PartPlaces(part, parts.size() == 1 ? all.size() : 16);
                persons.put(part.person(), person);
                ordered.add(person);
            }
            int to = i + 1 < parts.size() ? end(all, from, parts.get(i + 1).start()) : all.size();
            for (int at = from; at < to; at++) {
                person.add(all.get(at), policy, part.isCommon());
            }
            from = to;
        }
        return ordered;
    }

    /** Where the next part begins; what stands in a piece that may be cut out goes with the piece. */
    private static int end(List<Place> places, int from, int offset) {
        int at = from;
        int cut = 0;
        while (at < places.size()
                && (places.get(at).offset() < offset || places.get(at).offset() < cut)) {
            if (places.get(at).type() == PlaceType.REMOVABLE) {
                cut = Math.max(cut, places.get(at).end());
            }
            at++;
        }
        return at;
    }

    private void add(Place found, RecordPolicy policy, boolean isCommon) {
        RecordRule rule = policy.of(found);
        Place place = found.as(rule.kind());
        places.add(place);
        rules.add(rule);
        if (isCommon && !rule.keeps()) {
            common.add(place);
        }
    }

    /** The same object as {@link RecordPart#person}. */
    public Object person() {
        return first.person();
    }

    public RecordIdentity identity() {
        return first.identity();
    }

    int count() {
        return places.size();
    }

    /** Of the kind that its rule takes it for. */
    Place place(int index) {
        return places.get(index);
    }

    RecordRule rule(int index) {
        return rules.get(index);
    }

    /**
     * What the texts of this patient are searched for: what his own fields say, those that speak of nobody, and, where they are
     * few, what those of the other patients say of them.
     *
     * @param all the patients of the record
     */
    public IdentityTerms terms(String language, List<PartPlaces> all, KnownTerms known) {
        IdentityValues found = new IdentityValues(language, identity());
        for (int i = 0; i < rules.size(); i++) {
            if (!rules.get(i).keeps()) {
                found.add(places.get(i), places.get(i).type());
            }
        }
        long shared = 0;
        for (PartPlaces other : all) {
            shared += other.common.size();
        }
        if (shared * all.size() > MOST_SHARED) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "A record of " + all.size() + " patients has too many values of nobody");
        }
        for (PartPlaces other : all) {
            if (other != this) {
                other.addTo(found, all.size() <= FEW_PATIENTS);
            }
        }
        return found.terms(known);
    }

    private void addTo(IdentityValues found, boolean whole) {
        if (!whole) {
            common.forEach(place -> found.add(place, asOther(place.type())));
            return;
        }
        for (int i = 0; i < rules.size(); i++) {
            if (!rules.get(i).keeps()) {
                found.add(places.get(i), asOther(places.get(i).type()));
            }
        }
    }

    /** What tells somebody's name tells it of another patient too; his days and records are none of this one's. */
    private static PlaceType asOther(PlaceType type) {
        return switch (type) {
            case PATIENT_NAME -> PlaceType.OTHER_NAME;
            case PATIENT_IDENTIFIER, ACCESSION_NUMBER, VISIT_NUMBER -> PlaceType.OTHER_IDENTIFIER;
            case DATE, BIRTH_DATE -> PlaceType.VALUE;
            default -> type;
        };
    }
}
