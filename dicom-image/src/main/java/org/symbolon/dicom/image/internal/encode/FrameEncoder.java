package org.symbolon.dicom.image.internal.encode;

import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.internal.cells.FrameCells;
import org.symbolon.dicom.image.internal.jpeg.LosslessEncoder;
import org.symbolon.dicom.image.internal.jpegls.JpegLsEncoder;

/** Makes one fragment of a frame. */
@FunctionalInterface
public interface FrameEncoder {
    byte[] encode(FrameCells cells);

    /** Whether that encapsulated transfer syntax is written. */
    static boolean writes(TransferSyntax syntax) {
        return switch (syntax.uid()) {
            case Uids.RLELossless,
                    Uids.JPEGLSLossless,
                    Uids.JPEGLossless,
                    Uids.JPEGLosslessSV1,
                    Uids.DeflatedImageFrameCompression,
                    Uids.EncapsulatedUncompressedExplicitVRLittleEndian -> true;
            default -> false;
        };
    }

    /** @throws ImageException UNSUPPORTED for other transfer syntaxes, and for cells that this one cannot hold */
    static FrameEncoder of(TransferSyntax syntax, PixelDescription description) {
        return switch (syntax.uid()) {
            case Uids.RLELossless -> RleEncoder.of(description);
            case Uids.JPEGLSLossless -> {
                refuseOddCells(syntax, description);
                yield FrameEncoder::jpegLs;
            }
            case Uids.JPEGLossless, Uids.JPEGLosslessSV1 -> {
                refuseOddCells(syntax, description);
                yield FrameEncoder::jpegLossless;
            }
            case Uids.DeflatedImageFrameCompression -> new DeflatedEncoder();
            case Uids.EncapsulatedUncompressedExplicitVRLittleEndian -> FrameCells::bytes;
            default ->
                throw new ImageException(
                        Problem.UNSUPPORTED,
                        "Transfer syntax not written: " + syntax.name() + " (" + syntax.uid() + ")");
        };
    }

    private static byte[] jpegLs(FrameCells cells) {
        PixelDescription shape = cells.description();
        return JpegLsEncoder.lossless()
                .encode(shape.rows(), shape.columns(), cells.photometric().samples(), cells.precision(), cells);
    }

    private static byte[] jpegLossless(FrameCells cells) {
        PixelDescription shape = cells.description();
        return new LosslessEncoder(
                        shape.rows(), shape.columns(), cells.photometric().samples(), cells.precision())
                .encode(cells);
    }

    private static void refuseOddCells(TransferSyntax syntax, PixelDescription description) {
        boolean fits = description.bitsAllocated() == 8 || description.bitsAllocated() == 16;
        if (!fits || description.sign() == Sign.FLOATING_POINT) {
            throw new ImageException(
                    Problem.UNSUPPORTED,
                    syntax.name() + " is written for cells of 8 and 16 bits only (PS3.5 8.2.1, 8.2.3)");
        }
    }
}
