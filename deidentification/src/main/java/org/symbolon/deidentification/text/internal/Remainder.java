package org.symbolon.deidentification.text.internal;

import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;

/**
 * The bytes of a record that are in no place: syntax, where nobody's name or number belongs. Finding one there means that a
 * reader has overlooked a value.
 */
final class Remainder {
    private static final int MIN_BYTES = 4;

    private final IdentityTerms terms;
    private final ClinicalRecord record;
    private final byte[] bytes;

    Remainder(IdentityTerms terms, ClinicalRecord record, byte[] bytes) {
        this.terms = terms;
        this.record = record;
        this.bytes = bytes;
    }

    /** Refuses with {@code IDENTITY_AT_RISK}. */
    void check() {
        int position = 0;
        for (Place place : record.places()) {
            if (place.type() != PlaceType.REMOVABLE) {
                check(position, place.offset());
                position = Math.max(position, place.end());
            }
        }
        check(position, bytes.length);
    }

    private void check(int start, int end) {
        if (end - start < MIN_BYTES) {
            return;
        }
        if (terms.stickOutOf(new String(bytes, start, end - start, record.charset()))) {
            throw new SymbolonException(
                    ErrorCode.IDENTITY_AT_RISK, "A value of the patient's is left between the fields at byte " + start);
        }
    }
}
