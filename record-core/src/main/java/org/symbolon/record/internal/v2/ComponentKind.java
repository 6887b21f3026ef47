package org.symbolon.record.internal.v2;

import org.symbolon.record.PlaceType;

/** What a leaf of a data type is before its field is known: the words of {@code datatypes.txt}. */
enum ComponentKind {
    UNKNOWN(PlaceType.UNKNOWN),
    NARRATIVE(PlaceType.NARRATIVE),
    LABEL(PlaceType.LABEL),
    /** From a table of HL7 itself: no blank stands in it. */
    CODE(PlaceType.VALUE),
    /** From a table of the site or a coding system: may be a word, even a name. */
    WORD(PlaceType.VALUE),
    NUMBER(PlaceType.VALUE),
    TIME(PlaceType.VALUE),
    DATE(PlaceType.DATE),
    NAME(PlaceType.OTHER_NAME),
    ADDRESS(PlaceType.ADDRESS),
    TELECOM(PlaceType.TELECOM),
    /** Of a person. */
    IDENTIFIER(PlaceType.OTHER_IDENTIFIER),
    /** Of a message, an order, a document. */
    RECORD(PlaceType.RECORD_IDENTIFIER),
    ORGANISATION(PlaceType.ORGANISATION_NAME),
    ORGANISATION_NUMBER(PlaceType.OTHER_IDENTIFIER),
    ATTACHMENT(PlaceType.ATTACHMENT),
    /** Where a reference points to: a DICOM UID or anything. */
    POINTER(PlaceType.UNKNOWN);

    private final PlaceType type;

    ComponentKind(PlaceType type) {
        this.type = type;
    }

    /** Its type by itself; where the text is not what the kind should be, the next more careful one. */
    PlaceType type(String text) {
        return switch (this) {
            case CODE -> Shapes.isCode(text) ? type : PlaceType.LABEL;
            case WORD -> Shapes.isWord(text) ? type : PlaceType.LABEL;
            case NUMBER -> Shapes.isNumber(text) ? type : PlaceType.UNKNOWN;
            case TIME -> Shapes.isTime(text) ? type : PlaceType.UNKNOWN;
            case DATE -> Shapes.hasDigit(text) ? type : PlaceType.UNKNOWN;
            default -> type;
        };
    }
}
