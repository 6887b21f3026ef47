package org.symbolon.dicom.image.internal.cells;

import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.Samples;

/**
 * The cells of one frame as they are in native pixel data: little endian, pixel by pixel; cells that are not whole bytes
 * follow one another bit by bit, the least significant bit first. Bits outside of the sample are kept.
 */
public final class FrameCells implements CellLines {
    private final PixelDescription description;
    private final PhotometricInterpretation photometric;
    private final byte[] bytes;

    /** The photometric interpretation tells how many samples a pixel has now; the bytes are not copied. */
    public FrameCells(PixelDescription description, PhotometricInterpretation photometric, byte[] bytes) {
        this.description = description;
        this.photometric = photometric;
        this.bytes = bytes;
    }

    /** Samples of a decoded frame, put into cells of the size that the image declares. */
    public static FrameCells of(PixelDescription description, PixelFrame frame) {
        Samples samples = frame.samples();
        int bits = description.bitsAllocated();
        byte[] bytes = new byte[(int) (((long) samples.size() * bits + 7) / 8)];
        if (bits % 8 != 0) {
            PackedCells.pack(samples, bits, bytes);
            return new FrameCells(description, frame.photometric(), bytes);
        }
        int shift = description.highBit() + 1 - description.bitsStored();
        int width = bits / 8;
        for (int i = 0; i < samples.size(); i++) {
            long cell = samples.at(i) << shift;
            for (int k = 0; k < width; k++) {
                bytes[i * width + k] = (byte) (cell >> (8 * k));
            }
        }
        return new FrameCells(description, frame.photometric(), bytes);
    }

    /**
     * Values of a codestream of that many bits, right-aligned, put into cells as they are; those of signed images with their
     * sign.
     */
    public static FrameCells ofCodestream(
            PixelDescription description, PhotometricInterpretation photometric, int precision, short[] values) {
        int width = description.bitsAllocated() / 8;
        boolean signed = description.sign() == Sign.SIGNED && precision == description.bitsStored();
        int unused = 32 - precision;
        byte[] bytes = new byte[values.length * width];
        for (int i = 0; i < values.length; i++) {
            int cell = values[i] & 0xFFFF;
            cell = signed ? cell << unused >> unused : cell;
            for (int k = 0; k < width; k++) {
                bytes[i * width + k] = (byte) (cell >> (8 * k));
            }
        }
        return new FrameCells(description, photometric, bytes);
    }

    public PixelDescription description() {
        return description;
    }

    public PhotometricInterpretation photometric() {
        return photometric;
    }

    /** Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Bits that codecs of integers must keep for the whole cell to come back: those stored, or more where writers use the
     * rest of the cell; all of it for signed samples, whose sign fills it.
     */
    public int precision() {
        if (description.sign() == Sign.SIGNED) {
            return description.bitsAllocated();
        }
        int all = 0;
        int width = description.bitsAllocated() / 8;
        for (int i = width - 1; i < bytes.length; i += width) {
            all |= width == 1 ? bytes[i] & 0xFF : (bytes[i] & 0xFF) << 8 | (bytes[i - 1] & 0xFF);
        }
        int used = 32 - Integer.numberOfLeadingZeros(all);
        // Readers expect more than eight bits where cells have two bytes.
        int least = width == 1 ? 2 : 9;
        return Math.max(least, Math.max(description.bitsStored(), used));
    }

    /** For cells of 8 and 16 bits. */
    @Override
    public void copy(int row, int component, int[] line) {
        int columns = description.columns();
        int step = photometric.samples();
        int at = row * columns * step + component;
        if (description.bitsAllocated() == 8) {
            for (int column = 1; column <= columns; column++, at += step) {
                line[column] = bytes[at] & 0xFF;
            }
            return;
        }
        for (int column = 1; column <= columns; column++, at += step) {
            line[column] = (bytes[2 * at] & 0xFF) | (bytes[2 * at + 1] & 0xFF) << 8;
        }
    }
}
