package org.symbolon.deidentification.splice;

/** What the bytes of an edit are, so that a removed value can be found again in its bytes. The order is part of the format. */
public enum EditContent {
    /** The length field of an enclosing sequence, item or group. */
    LENGTH_FIELD,
    /** Whole elements in implicit VR little endian. */
    IMPLICIT_LITTLE_ENDIAN,
    /** Whole elements in explicit VR little endian. */
    EXPLICIT_LITTLE_ENDIAN,
    /** Whole elements in explicit VR big endian. */
    EXPLICIT_BIG_ENDIAN,
    /** Bytes that are no element, such as garbage behind the data set. */
    OPAQUE;

    public static EditContent elements(boolean explicitVr, boolean bigEndian) {
        if (!explicitVr) {
            return IMPLICIT_LITTLE_ENDIAN;
        }
        return bigEndian ? EXPLICIT_BIG_ENDIAN : EXPLICIT_LITTLE_ENDIAN;
    }
}
