package org.symbolon.record.internal.v2;

import java.util.EnumSet;
import java.util.Set;
import org.symbolon.record.PlaceType;

/**
 * What {@code fields.txt} says of a field.
 *
 * @param whole whether it holds for everything in the field, whatever the data type
 */
record FieldRule(PlaceType type, boolean whole) {
    /** Of a field of which the table says nothing. */
    static final FieldRule NONE = new FieldRule(PlaceType.UNKNOWN, false);

    private static final Set<PlaceType> NAMES = EnumSet.of(PlaceType.PATIENT_NAME, PlaceType.OTHER_NAME);
    private static final Set<PlaceType> NUMBERS = EnumSet.of(
            PlaceType.PATIENT_IDENTIFIER,
            PlaceType.OTHER_IDENTIFIER,
            PlaceType.RECORD_IDENTIFIER,
            PlaceType.ACCESSION_NUMBER,
            PlaceType.VISIT_NUMBER,
            PlaceType.DICOM_UID);
    private static final Set<PlaceType> HARMLESS = EnumSet.of(PlaceType.VALUE, PlaceType.LABEL);

    /** The type of a leaf of that kind in the field. */
    PlaceType apply(ComponentKind kind, String text, boolean inFirstComponent) {
        if (whole) {
            return type;
        }
        boolean fits = switch (kind) {
            case NAME -> NAMES.contains(type);
            case IDENTIFIER, RECORD -> NUMBERS.contains(type);
            case DATE -> type == PlaceType.BIRTH_DATE;
            case UNKNOWN -> inFirstComponent || !HARMLESS.contains(type);
            case WORD -> type == PlaceType.LABEL;
            default -> false;
        };
        if (!fits) {
            return kind.type(text);
        }
        return type == PlaceType.VALUE ? ComponentKind.CODE.type(text) : type;
    }
}
