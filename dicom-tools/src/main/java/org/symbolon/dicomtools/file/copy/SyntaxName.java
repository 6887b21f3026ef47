package org.symbolon.dicomtools.file.copy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;

/** Short names for the transfer syntaxes that files are written in. */
public enum SyntaxName {
    IMPLICIT(Uids.ImplicitVRLittleEndian),
    EXPLICIT(Uids.ExplicitVRLittleEndian),
    BIG_ENDIAN(Uids.ExplicitVRBigEndian),
    DEFLATED(Uids.DeflatedExplicitVRLittleEndian),
    RLE(Uids.RLELossless),
    JPEG_LOSSLESS(Uids.JPEGLosslessSV1),
    JPEG_LS(Uids.JPEGLSLossless);

    private final String uid;

    SyntaxName(String uid) {
        this.uid = uid;
    }

    /** The transfer syntax of a UID, of a keyword of PS3.6 table A-1, or of one of these names; null if there is none. */
    public static @Nullable TransferSyntax find(String text) {
        for (SyntaxName name : values()) {
            if (name.toString().equalsIgnoreCase(text)) {
                return TransferSyntax.of(name.uid);
            }
        }
        return TransferSyntax.of(uidOfKeyword(text));
    }

    /** All of them, for a person. */
    public static String list() {
        return Arrays.stream(values()).map(SyntaxName::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String uidOfKeyword(String text) {
        try {
            return (String) Uids.class.getField(text).get(null);
        } catch (ReflectiveOperationException e) {
            return text; // no keyword: a UID, or nothing
        }
    }
}
