package org.symbolon.dicom.image.internal.jpeg2000;

import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** The errors of this package, in the words of {@link ImageException}. */
final class Faults {
    private Faults() {}

    static ImageException corrupt(String rule) {
        return new ImageException(Problem.CORRUPT, rule + " (ITU-T T.800)");
    }

    static ImageException truncated() {
        return new ImageException(Problem.TRUNCATED, "The JPEG 2000 codestream of a frame ends too early");
    }

    static ImageException unsupported(String what) {
        return new ImageException(Problem.UNSUPPORTED, what + " is not decoded (JPEG 2000)");
    }

    static ImageException limit(String what) {
        return new ImageException(
                Problem.LIMIT_EXCEEDED, "A JPEG 2000 codestream with " + what + " than the limit allows");
    }
}
