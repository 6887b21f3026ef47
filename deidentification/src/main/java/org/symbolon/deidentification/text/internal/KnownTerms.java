package org.symbolon.deidentification.text.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.cleaning.Whose;
import org.symbolon.record.PlaceType;

/**
 * The terms of people that records said before: records of one person mostly say the same of him, and to work out all forms of
 * his names anew for each costs more than to read the record. Holds identity in memory only, of the sets asked for last.
 * Thread-safe.
 */
public final class KnownTerms {
    private static final int MOST = 2_048;

    /** Larger ones, as of bundles, are seldom the same again. */
    private static final int MOST_VALUES = 64;

    private final Map<List<Object>, IdentityTerms> known = new Recent();

    private static final class Recent extends LinkedHashMap<List<Object>, IdentityTerms> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, IdentityTerms> eldest) {
            return size() > MOST;
        }
    }

    /** What a record says of people, apart from numbers and days of its own. Kind and text in turn, in the order of the record. */
    static final class Values {
        private final List<Object> list = new ArrayList<>(32);

        Values(String language) {
            list.add(language);
        }

        void add(PlaceType kind, String text) {
            list.add(kind);
            list.add(text);
        }
    }

    IdentityTerms of(Values values) {
        List<Object> key = values.list;
        if (key.size() > 2 * MOST_VALUES) {
            return build(key);
        }
        synchronized (known) {
            IdentityTerms terms = known.get(key);
            if (terms != null) {
                return terms;
            }
        }
        IdentityTerms terms = build(key);
        synchronized (known) {
            known.put(key, terms);
        }
        return terms;
    }

    private static IdentityTerms build(List<Object> values) {
        IdentityTerms.Builder terms = IdentityTerms.builder();
        terms.language((String) values.get(0));
        for (int i = 1; i < values.size(); i += 2) {
            String text = (String) values.get(i + 1);
            switch ((PlaceType) values.get(i)) {
                case PATIENT_NAME -> terms.addName(text, Whose.PATIENT);
                case OTHER_NAME -> terms.addName(text, Whose.SOMEBODY);
                case ADDRESS -> terms.addAddress(text);
                case TELECOM -> terms.addContact(text);
                case PATIENT_IDENTIFIER -> terms.addOwnNumber(text);
                case OTHER_IDENTIFIER -> terms.addNumber(text);
                case ORGANISATION_NAME -> terms.addOrganisation(text);
                default -> throw new IllegalStateException("No term of a person");
            }
        }
        return terms.build();
    }
}
