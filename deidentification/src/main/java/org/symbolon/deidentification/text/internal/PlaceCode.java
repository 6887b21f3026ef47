package org.symbolon.deidentification.text.internal;

import org.jspecify.annotations.Nullable;
import org.symbolon.record.PlaceType;

/** The numbers of kinds of places in identity halves; part of the format (docs/format/identity-half.md). */
public final class PlaceCode {
    private PlaceCode() {}

    public static int of(PlaceType type) {
        return switch (type) {
            case VALUE -> 0;
            case LABEL -> 1;
            case NARRATIVE -> 2;
            case PATIENT_NAME -> 3;
            case OTHER_NAME -> 4;
            case ADDRESS -> 5;
            case TELECOM -> 6;
            case PATIENT_IDENTIFIER -> 7;
            case OTHER_IDENTIFIER -> 8;
            case ORGANISATION_NAME -> 9;
            case ACCESSION_NUMBER -> 10;
            case VISIT_NUMBER -> 11;
            case RECORD_IDENTIFIER -> 12;
            case DICOM_UID -> 13;
            case BIRTH_DATE -> 14;
            case DATE -> 15;
            case ATTACHMENT -> 16;
            case UNKNOWN -> 17;
            case REMOVABLE -> 18;
        };
    }

    /** Null if no type has the code. */
    public static @Nullable PlaceType type(int code) {
        for (PlaceType type : PlaceType.values()) {
            if (of(type) == code) {
                return type;
            }
        }
        return null;
    }
}
