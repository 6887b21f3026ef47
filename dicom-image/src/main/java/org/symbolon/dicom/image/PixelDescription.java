package org.symbolon.dicom.image;

import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.ImageException.Problem;

/**
 * The Image Pixel module (PS3.3 C.7.6.3).
 *
 * @param bitsAllocated 8, 16 or 32
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
    /** Pixel Representation (0028,0103). */
    public enum Sign {
        UNSIGNED,
        SIGNED
    }

    /** Planar Configuration (0028,0006). */
    public enum Layout {
        BY_PIXEL,
        BY_PLANE
    }

    private static final int MAX_EDGE = 0xFFFF;

    /**
     * Reads and checks the attributes.
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
        if (allocated != 8 && allocated != 16 && allocated != 32) {
            throw new ImageException(
                    Problem.UNSUPPORTED, "Bits allocated other than 8, 16 and 32 are not decoded (0028,0100)");
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

    /** Samples of one frame. */
    public int samplesPerFrame() {
        return rows * columns * samplesPerPixel;
    }

    /** Bytes of one native frame; YBR_FULL_422 has two samples a pixel there (PS3.3 C.7.6.3.1.2). */
    public long nativeFrameBytes() {
        long samples = photometric == PhotometricInterpretation.YBR_FULL_422
                ? (long) rows * ((columns + 1) / 2 * 4L)
                : samplesPerFrame();
        return samples * (bitsAllocated / 8);
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
}
