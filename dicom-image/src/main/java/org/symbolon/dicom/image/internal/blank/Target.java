package org.symbolon.dicom.image.internal.blank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.internal.FrameDecoder;
import org.symbolon.dicom.image.internal.PixelHeader;
import org.symbolon.dicom.image.internal.cells.FrameCells;
import org.symbolon.dicom.image.internal.encode.FrameEncoder;

/** The lossless encoding that blanked frames get, and the decoder that checks it. */
record Target(TransferSyntax syntax, FrameEncoder encoder, FrameDecoder decoder) {
    /**
     * The transfer syntax that the frames had, where it is one of no loss that is written here; else the one that is nearest.
     *
     * @throws ImageException UNSUPPORTED where none can hold such pixels
     */
    static Target of(PixelHeader header, PixelDescription description, PhotometricInterpretation photometric) {
        ImageException refused = null;
        for (String uid : candidates(header.bytes().transferSyntax())) {
            TransferSyntax syntax = syntax(uid);
            try {
                FrameEncoder encoder = FrameEncoder.of(syntax, description);
                PixelDescription decoded = decoded(description, photometric);
                PixelHeader written = new PixelHeader(
                        new ImageBytes(syntax, header.bytes().dataSet()),
                        header.header(),
                        header.tag(),
                        header.vr(),
                        PixelHeader.ByteOrder.LITTLE_ENDIAN,
                        header.valueOffset(),
                        -1);
                return new Target(syntax, encoder, FrameDecoder.of(written, decoded));
            } catch (ImageException e) {
                refused = refused == null ? e : refused;
            }
        }
        throw refused == null
                ? new ImageException(Problem.UNSUPPORTED, "No lossless encoding for these pixels")
                : refused;
    }

    byte[] encode(FrameCells cells) throws IOException {
        byte[] fragment = encoder.encode(cells);
        PixelDescription decoded = decoded(cells.description(), cells.photometric());
        FrameCells again = decoder.cells(new ByteArrayInputStream(fragment), decoded);
        if (!Arrays.equals(again.bytes(), cells.bytes())) {
            throw new ImageException(Problem.UNSUPPORTED, "These pixels do not come back from " + syntax.name());
        }
        return fragment;
    }

    private static List<String> candidates(TransferSyntax from) {
        return switch (from.uid()) {
            case Uids.RLELossless -> List.of(Uids.RLELossless);
            case Uids.DeflatedImageFrameCompression -> List.of(Uids.DeflatedImageFrameCompression);
            case Uids.EncapsulatedUncompressedExplicitVRLittleEndian ->
                List.of(Uids.EncapsulatedUncompressedExplicitVRLittleEndian);
            case Uids.JPEGLossless -> List.of(Uids.JPEGLossless, Uids.JPEGLSLossless, Uids.RLELossless);
            case Uids.JPEGLSLossless,
                    Uids.JPEGLSNearLossless,
                    "1.2.840.10008.1.2.4.90",
                    "1.2.840.10008.1.2.4.91",
                    "1.2.840.10008.1.2.4.92",
                    "1.2.840.10008.1.2.4.93",
                    "1.2.840.10008.1.2.4.201",
                    "1.2.840.10008.1.2.4.202",
                    "1.2.840.10008.1.2.4.203" -> List.of(Uids.JPEGLSLossless, Uids.RLELossless);
            default -> List.of(Uids.JPEGLosslessSV1, Uids.JPEGLSLossless, Uids.RLELossless);
        };
    }

    private static TransferSyntax syntax(String uid) {
        TransferSyntax syntax = TransferSyntax.of(uid);
        if (syntax == null) {
            throw new IllegalStateException("The dictionary lacks a transfer syntax that is written here");
        }
        return syntax;
    }

    /** What the data set will say of the frames. */
    private static PixelDescription decoded(PixelDescription description, PhotometricInterpretation photometric) {
        return new PixelDescription(
                description.rows(),
                description.columns(),
                photometric.samples(),
                photometric,
                description.bitsAllocated(),
                description.bitsStored(),
                description.highBit(),
                description.sign(),
                PixelDescription.Layout.BY_PIXEL,
                description.numberOfFrames());
    }
}
