package org.symbolon.deidentification.text.internal;

import org.symbolon.deidentification.text.internal.NameTable.Hit;
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
    private static final int MIN_NAME = 4;

    private final IdentityValues values;
    private final ClinicalRecord record;
    private final byte[] bytes;

    Remainder(IdentityValues values, ClinicalRecord record, byte[] bytes) {
        this.values = values;
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
        if (end - start < MIN_NAME) {
            return;
        }
        Words words = new Words(new String(bytes, start, end - start, record.charset()));
        for (int i = 0; i < words.count(); i++) {
            String word = words.folded(i);
            boolean name = word.length() >= MIN_NAME
                    && values.names().own().contains(word)
                    && values.names().hit(word) == Hit.EXACT
                    && words.isCapitalised(i);
            if (name || values.isOwnNumber(word)) {
                throw new SymbolonException(
                        ErrorCode.IDENTITY_AT_RISK,
                        "A value of the patient's is left between the fields at byte " + start);
            }
        }
    }
}
