package org.symbolon.record;

/**
 * Where a value stands in the bytes of a record. Places are in the order of their offsets and do not overlap, save that a
 * {@link PlaceType#REMOVABLE} may enclose others.
 *
 * @param offset of the first byte of the value as written, delimiters and quotes excluded
 * @param length in bytes, escapes included; 0 never occurs
 * @param text the value, decoded and unescaped; empty for REMOVABLE and for attachments
 * @param path where in the record, in the format's own notation without any value: {@code PID-5.1}, {@code
 *     /ClinicalDocument/recordTarget/patientRole/id/@extension}, {@code Bundle.entry.resource.name.family}
 * @param dataType of the standard, and the part of it: {@code XAD.5} (HL7 v2), {@code AD.city} (HL7 v3), {@code Address.city}
 *     (FHIR); empty where there is none
 * @param syntax how a replacement must be written there
 */
public record Place(
        int offset, int length, String text, PlaceType type, String path, String dataType, PlaceSyntax syntax) {
    public Place {
        if (offset < 0 || length <= 0) {
            throw new IllegalArgumentException("A place has an offset and a length");
        }
    }

    /** Of no data type. */
    public Place(int offset, int length, String text, PlaceType type, String path, PlaceSyntax syntax) {
        this(offset, length, text, type, path, "", syntax);
    }

    /** The same value, taken for another kind. */
    public Place as(PlaceType other) {
        return other == type ? this : new Place(offset, length, text, other, path, dataType, syntax);
    }

    public int end() {
        return offset + length;
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return type + " " + path + " at " + offset;
    }
}
