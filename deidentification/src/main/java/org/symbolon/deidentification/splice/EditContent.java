package org.symbolon.deidentification.splice;

import org.jspecify.annotations.Nullable;

/** What the bytes of an edit are, so that a removed value can be found again in its bytes. The codes are part of the format. */
public enum EditContent {
    /** The length field of an enclosing sequence, item or group. */
    LENGTH_FIELD(0),
    /** Whole elements in implicit VR little endian. */
    IMPLICIT_LITTLE_ENDIAN(1),
    /** Whole elements in explicit VR little endian. */
    EXPLICIT_LITTLE_ENDIAN(2),
    /** Whole elements in explicit VR big endian. */
    EXPLICIT_BIG_ENDIAN(3),
    /** Bytes that are no element, such as garbage behind the data set. */
    OPAQUE(4),
    /** A value of a textual record, or a piece of one; the depth of the edit is the kind of place. */
    TEXT(5);

    private final int code;

    EditContent(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Null if no content has the code. */
    static @Nullable EditContent of(int code) {
        for (EditContent content : values()) {
            if (content.code == code) {
                return content;
            }
        }
        return null;
    }

    public static EditContent elements(boolean explicitVr, boolean bigEndian) {
        if (!explicitVr) {
            return IMPLICIT_LITTLE_ENDIAN;
        }
        return bigEndian ? EXPLICIT_BIG_ENDIAN : EXPLICIT_LITTLE_ENDIAN;
    }
}
