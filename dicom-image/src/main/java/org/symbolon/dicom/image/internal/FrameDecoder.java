package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.internal.cells.FrameCells;
import org.symbolon.dicom.image.internal.jpeg2000.Jpeg2000Decoder;

/** Turns the stored bytes of one frame into samples. */
public interface FrameDecoder {
    /** Compressed frames are rarely longer than raw ones; no codec adds more than this and as much again. */
    int CODESTREAM_OVERHEAD_BYTES = 1 << 20;

    PixelFrame decode(InputStream frame) throws IOException;

    /** The cells of the frame; codecs that store samples instead of cells give them back in cells of the declared size. */
    default FrameCells cells(InputStream frame, PixelDescription description) throws IOException {
        return FrameCells.of(description, decode(frame));
    }

    /** @throws ImageException UNSUPPORTED, naming the transfer syntax */
    static FrameDecoder of(PixelHeader header, PixelDescription description) {
        if (!header.encapsulated()) {
            return new NativeDecoder(description);
        }
        TransferSyntax syntax = header.bytes().transferSyntax();
        return switch (syntax.uid()) {
            case Uids.RLELossless -> new RleDecoder(description);
            case Uids.EncapsulatedUncompressedExplicitVRLittleEndian -> new NativeDecoder(description);
            case Uids.DeflatedImageFrameCompression -> new DeflatedDecoder(new NativeDecoder(description));
            case "1.2.840.10008.1.2.4.50",
                    "1.2.840.10008.1.2.4.51",
                    "1.2.840.10008.1.2.4.52",
                    "1.2.840.10008.1.2.4.53",
                    "1.2.840.10008.1.2.4.54",
                    "1.2.840.10008.1.2.4.55",
                    "1.2.840.10008.1.2.4.56",
                    "1.2.840.10008.1.2.4.57",
                    "1.2.840.10008.1.2.4.58",
                    "1.2.840.10008.1.2.4.70" -> new JpegDecoder(description, syntax);
            case Uids.JPEGLSLossless, Uids.JPEGLSNearLossless -> new JpegLsDecoder(description);
            case "1.2.840.10008.1.2.4.90",
                    "1.2.840.10008.1.2.4.91",
                    "1.2.840.10008.1.2.4.92",
                    "1.2.840.10008.1.2.4.93",
                    "1.2.840.10008.1.2.4.201",
                    "1.2.840.10008.1.2.4.202",
                    "1.2.840.10008.1.2.4.203" -> new Jpeg2000Decoder(description);
            default -> throw TransferSyntaxes.unsupported(syntax);
        };
    }

    /** The whole codestream of a frame, which is bounded by what the frame can need. */
    static byte[] codestream(InputStream in, PixelDescription description) throws IOException {
        long raw = (long) description.samplesPerFrame() * (description.bitsAllocated() / 8);
        int limit = (int) Math.min(Integer.MAX_VALUE - 16, 2 * raw + CODESTREAM_OVERHEAD_BYTES);
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ImageException(Problem.LIMIT_EXCEEDED, "A compressed frame much longer than its pixels");
        }
        return bytes;
    }
}
