package org.symbolon.dicomtools.file.copy;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.LosslessCheck;
import org.symbolon.dicom.image.PixelTranscoder;

/** A copy in another transfer syntax. */
public final class Recoding {
    private final TransferSyntax syntax;
    private final Check check;
    private final PixelTranscoder transcoder = PixelTranscoder.of(ImageLimits.defaults());

    /** Whether every sample of both files is compared. */
    public enum Check {
        NONE,
        ALL_SAMPLES
    }

    public Recoding(TransferSyntax syntax, Check check) {
        this.syntax = syntax;
        this.check = check;
    }

    /** Makes the file {@code out}, which is not there yet. */
    public void copy(Path in, Path out) throws IOException {
        transcoder.transcode(in, syntax, out);
        if (check == Check.ALL_SAMPLES) {
            LosslessCheck result = LosslessCheck.compare(in, out, ImageLimits.defaults());
            if (!result.passed()) {
                throw new DicomFormatException(
                        DicomProblem.CORRUPT,
                        "The pixels of the copy are not those of the file (" + result.verdict() + ", frame "
                                + (result.frames() + 1) + "): it was not kept");
            }
        }
    }
}
