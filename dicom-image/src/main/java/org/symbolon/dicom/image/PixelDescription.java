package org.symbolon.dicom.image;

import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.ImageException.Problem;

/**
 * The Image Pixel module (PS3.3 C.7.6.3), or the Floating Point or Double Floating Point Image Pixel module (C.7.6.24 and
 * C.7.6.25).
 *
 * @param bitsAllocated 1 to 32, or 64 for floating point; cells of other sizes than whole bytes follow one another bit by bit
 * @param highBit of the sample in its cell
 * @param layout how native samples of several planes follow one another
 * @param numberOfFrames at least 1
 */
public record PixelDescription(
        int rows,
        int columns,
        int samplesPerPixel,
        PhotometricInterpretation photometric,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        Sign sign,
        Layout layout,
        int numberOfFrames) {
    /** Pixel Representation (0028,0103), and which element holds the pixels. */
    public enum Sign {
        UNSIGNED,
        SIGNED,
        /** Float or Double Float Pixel Data (7FE0,0008), (7FE0,0009): IEEE 754 numbers of 32 or 64 bits. */
        FLOATING_POINT
    }

    /** Planar Configuration (0028,0006). */
    public enum Layout {
        BY_PIXEL,
        BY_PLANE
    }

    private static final int MAX_EDGE = 0xFFFF;
    private static final int MAX_ALLOCATED = 32;

    /**
     * Reads and checks the attributes, for Pixel Data (7FE0,0010).
     *
     * @throws ImageException NO_PIXELS where there is no image, CORRUPT, UNSUPPORTED, LIMIT_EXCEEDED
     */
    public static PixelDescription of(DataSet header, ImageLimits limits) {
        int rows = header.integer(Tags.Rows, 0);
        int columns = header.integer(Tags.Columns, 0);
        if (rows < 1 || columns < 1 || rows > MAX_EDGE || columns > MAX_EDGE) {
            throw new ImageException(Problem.NO_PIXELS, "No image: rows and columns are not given");
        }
        int samples = header.integer(Tags.SamplesPerPixel, 1);
        PhotometricInterpretation photometric =
                PhotometricInterpretation.of(header.string(Tags.PhotometricInterpretation), samples);
        if (samples != photometric.samples()) {
            throw new ImageException(
                    Problem.CORRUPT, "Samples per pixel and photometric interpretation do not fit (PS3.3 C.7.6.3.1.1)");
        }
        if ((long) rows * columns * samples > limits.maxSamples()) {
            throw new ImageException(Problem.LIMIT_EXCEEDED, "A frame of more samples than the limit allows");
        }
        int frames = Math.max(1, header.integer(Tags.NumberOfFrames, 1));
        if (frames > limits.maxFrames()) {
            throw new ImageException(Problem.LIMIT_EXCEEDED, "More frames than the limit allows");
        }
        int allocated = header.integer(Tags.BitsAllocated, 0);
        if (allocated < 1 || allocated > MAX_ALLOCATED) {
            throw new ImageException(Problem.UNSUPPORTED, "Bits allocated are not 1 to 32 (0028,0100)");
        }
        int stored = header.integer(Tags.BitsStored, allocated);
        if (stored < 1 || stored > allocated) {
            throw new ImageException(Problem.CORRUPT, "Bits stored and bits allocated do not fit (PS3.5 8.1.1)");
        }
        int high = header.integer(Tags.HighBit, stored - 1);
        return new PixelDescription(
                rows,
                columns,
                samples,
                photometric,
                allocated,
                stored,
                high < stored - 1 || high >= allocated ? stored - 1 : high,
                header.integer(Tags.PixelRepresentation, 0) == 1 ? Sign.SIGNED : Sign.UNSIGNED,
                samples > 1 && header.integer(Tags.PlanarConfiguration, 0) == 1 ? Layout.BY_PLANE : Layout.BY_PIXEL,
                frames);
    }

    /** The same for cells of so many bits, all of them used. */
    public PixelDescription withCells(int bits, Sign newSign) {
        return new PixelDescription(
                rows, columns, samplesPerPixel, photometric, bits, bits, bits - 1, newSign, layout, numberOfFrames);
    }

    /** The same with cells of eight bits. */
    public PixelDescription inBytes() {
        return new PixelDescription(
                rows,
                columns,
                samplesPerPixel,
                photometric,
                8,
                Math.min(8, bitsStored),
                Math.min(7, highBit),
                sign,
                layout,
                numberOfFrames);
    }

    /** Samples of one frame. */
    public int samplesPerFrame() {
        return rows * columns * samplesPerPixel;
    }

    /**
     * Bits of one native frame, where the next one begins; two pixels of YBR_FULL_422 have four samples there (PS3.3
     * C.7.6.3.1.2).
     */
    public long nativeFrameBits() {
        long samples = photometric.isHalved() ? (long) rows * ((columns + 1) / 2 * 4L) : samplesPerFrame();
        return samples * bitsAllocated;
    }

    /** Bytes of one native frame, the last one filled up. */
    public long nativeFrameBytes() {
        return (nativeFrameBits() + 7) / 8;
    }

    /** Whether cells are whole bytes. */
    public boolean inWholeBytes() {
        return bitsAllocated % 8 == 0;
    }
}
