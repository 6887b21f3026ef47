package org.symbolon.dicom;

import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.internal.TransferSyntaxTable;

/**
 * How a data set is written down (PS3.5 section 10 and annex A).
 *
 * @param encapsulated pixel data comes in fragments (PS3.5 A.4)
 * @param deflated the whole data set is a raw deflate stream (PS3.5 A.5)
 */
public record TransferSyntax(
        String uid, String name, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated) {
    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN = required(Uids.ImplicitVRLittleEndian);
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN = required(Uids.ExplicitVRLittleEndian);
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN = required(Uids.ExplicitVRBigEndian);
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN =
            required(Uids.DeflatedExplicitVRLittleEndian);
    public static final TransferSyntax RLE_LOSSLESS = required(Uids.RLELossless);
    public static final TransferSyntax JPEG_BASELINE = required(Uids.JPEGBaseline8Bit);

    /** The transfer syntax of that UID, retired ones too; null if PS3.6 annex A has none. */
    public static @Nullable TransferSyntax of(String uid) {
        return TransferSyntaxTable.find(uid);
    }

    private static TransferSyntax required(String uid) {
        TransferSyntax syntax = of(uid);
        if (syntax == null) {
            throw new IllegalStateException("The table of transfer syntaxes is incomplete");
        }
        return syntax;
    }
}
