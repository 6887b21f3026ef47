package org.symbolon.dicom.image.internal;

import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** What the transfer syntaxes of PS3.5 annex A mean for a single frame. */
final class TransferSyntaxes {
    private static final String VIDEO = "1.2.840.10008.1.2.4.10";

    private TransferSyntaxes() {}

    /** MPEG-2, H.264 and H.265: one stream for all frames. */
    static boolean isVideo(TransferSyntax syntax) {
        return syntax.uid().startsWith(VIDEO);
    }

    static ImageException unsupported(TransferSyntax syntax) {
        return new ImageException(
                Problem.UNSUPPORTED, "Transfer syntax not decoded: " + syntax.name() + " (" + syntax.uid() + ")");
    }
}
