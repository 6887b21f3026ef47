package org.symbolon.dicom.image;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.internal.FrameDecoder;
import org.symbolon.dicom.image.internal.PixelData;
import org.symbolon.dicom.image.internal.PixelHeader;
import org.symbolon.dicom.image.internal.cells.FrameCells;

/**
 * The frames of one image, where they lie and decoded. Reads the header when it is opened and then only the bytes of the
 * frames asked for; holds no file open. Frames count from 0. Immutable and thread-safe as far as its bytes are.
 */
public final class FrameReader {
    private final PixelHeader found;
    private final ImageLimits limits;

    private FrameReader(PixelHeader found, ImageLimits limits) {
        this.found = found;
        this.limits = limits;
    }

    /**
     * Reads the data set up to its pixel data.
     *
     * @throws ImageException NO_PIXELS
     * @throws org.symbolon.dicom.DicomFormatException for a data set that cannot be read
     */
    public static FrameReader open(ImageBytes bytes, ImageLimits limits) throws IOException {
        return new FrameReader(PixelHeader.read(bytes), limits);
    }

    /** Every attribute before the pixel data. Not to be changed. */
    public DataSet header() {
        return found.header();
    }

    public TransferSyntax transferSyntax() {
        return found.bytes().transferSyntax();
    }

    /** Number of Frames (0028,0008); 1 where it is absent. */
    public int count() {
        return found.numberOfFrames(limits);
    }

    /** The Image Pixel module, checked; see {@link PixelDescription#of} for errors. */
    public PixelDescription description() {
        return found.description(limits);
    }

    /**
     * The bytes of a frame as they are stored, fragments joined; native ones little endian whatever the transfer syntax, and
     * from the first bit of a byte on. The caller closes the stream, whose reading fails with TRUNCATED or CORRUPT where the pixel data does.
     *
     * @throws ImageException NO_SUCH_FRAME, CORRUPT where the frames cannot be told apart
     */
    public InputStream open(int frame) throws IOException {
        return pixelData(frame).open(frame);
    }

    /**
     * A frame as samples.
     *
     * @throws ImageException as {@link #open(int)} and {@link #description()}, and UNSUPPORTED with the name of a transfer
     *     syntax that is not decoded
     */
    public PixelFrame decode(int frame) throws IOException {
        PixelDescription description = description();
        FrameDecoder decoder = FrameDecoder.of(found, description);
        try (InputStream in = pixelData(frame).open(frame)) {
            return decoder.decode(in);
        }
    }

    PixelHeader found() {
        return found;
    }

    ImageLimits limits() {
        return limits;
    }

    /** The frame's cells, with bits that are not of its samples where its codec has kept them. */
    FrameCells cells(int frame) throws IOException {
        PixelDescription description = description();
        FrameDecoder decoder = FrameDecoder.of(found, description);
        try (InputStream in = pixelData(frame).open(frame)) {
            return decoder.cells(in, description);
        }
    }

    private PixelData pixelData(int frame) throws IOException {
        if (frame < 0 || frame >= count()) {
            throw new ImageException(Problem.NO_SUCH_FRAME, "The image has no frame of that number");
        }
        return PixelData.of(found, limits);
    }
}
