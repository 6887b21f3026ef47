package org.symbolon.dicomweb.internal;

import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;

/**
 * The media type in which stored frames leave (PS3.18 table 8.7.3-5).
 *
 * @param transferSyntaxUid what the parts say they are
 */
record FrameMedia(String mediaType, String transferSyntaxUid) {
    static final String OCTETS = "application/octet-stream";

    static FrameMedia of(TransferSyntax syntax) {
        String uid = syntax.uid();
        if (!syntax.encapsulated()) {
            return new FrameMedia(OCTETS, Uids.ExplicitVRLittleEndian);
        }
        return new FrameMedia(mediaType(uid), uid);
    }

    private static String mediaType(String uid) {
        return switch (uid) {
            case "1.2.840.10008.1.2.4.50",
                    "1.2.840.10008.1.2.4.51",
                    "1.2.840.10008.1.2.4.57",
                    "1.2.840.10008.1.2.4.70" -> "image/jpeg";
            case "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81" -> "image/jls";
            case "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91" -> "image/jp2";
            case "1.2.840.10008.1.2.4.92", "1.2.840.10008.1.2.4.93" -> "image/jpx";
            case "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.112" -> "image/jxl";
            case "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203" -> "image/jphc";
            case Uids.RLELossless -> "image/dicom-rle";
            default -> OCTETS;
        };
    }

    /** The content type of one part. */
    String contentType() {
        return mediaType + "; transfer-syntax=" + transferSyntaxUid;
    }

    /**
     * Whether such parts are what a range of multipart/related asks for. A client that asks for octets in any transfer
     * syntax, as many do, takes frames as they are stored.
     */
    boolean fitsParts(MediaRange range) {
        if (range.holdsPartsOf(mediaType) && range.takes(transferSyntaxUid)) {
            return true;
        }
        boolean anySyntax =
                range.transferSyntax().equals("*") || range.transferSyntax().equals(transferSyntaxUid);
        return range.holdsPartsOf(OCTETS) && anySyntax;
    }

    /** Whether a single part is what the range asks for. */
    boolean fitsSingle(MediaRange range) {
        return range.holds(mediaType) && range.takes(transferSyntaxUid);
    }
}
