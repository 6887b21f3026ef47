package org.symbolon.dicom.image.internal;

import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** What the transfer syntaxes of PS3.5 annex A mean for a single frame. */
public final class TransferSyntaxes {
    private static final String JPEG_FAMILY = "1.2.840.10008.1.2.4.";
    private static final String VIDEO = "1.2.840.10008.1.2.4.10";

    private TransferSyntaxes() {}

    /** MPEG-2, H.264 and H.265: one stream for all frames. */
    static boolean isVideo(TransferSyntax syntax) {
        return syntax.uid().startsWith(VIDEO);
    }

    /** Whether frames of that transfer syntax have lost something for sure (PS3.5 annex A). */
    public static boolean isLossy(TransferSyntax syntax) {
        return switch (syntax.uid()) {
            case Uids.JPEGLossless,
                    Uids.JPEGLosslessSV1,
                    Uids.JPEGLosslessNonHierarchical15,
                    Uids.JPEGLSLossless,
                    Uids.JPEG2000Lossless,
                    Uids.JPEG2000MCLossless,
                    Uids.HTJ2KLossless,
                    Uids.HTJ2KLosslessRPCL,
                    Uids.JPEGXLLossless -> false;
            // What these hold may have been compressed without loss.
            case Uids.JPEG2000, Uids.JPEG2000MC, Uids.HTJ2K -> false;
            default -> syntax.uid().startsWith(JPEG_FAMILY);
        };
    }

    static ImageException unsupported(TransferSyntax syntax) {
        return new ImageException(
                Problem.UNSUPPORTED,
                (isVideo(syntax) ? "Video is left to the browser: " : "Transfer syntax not decoded: ") + syntax.name()
                        + " (" + syntax.uid() + ")");
    }
}
