package org.symbolon.dicom.image.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.Samples;
import org.symbolon.dicom.image.internal.cells.FrameCells;
import org.symbolon.dicom.image.internal.cells.PackedCells;

/** Takes samples out of their cells: bits stored, high bit and sign (PS3.5 8.1.1). */
final class SampleCells {
    private SampleCells() {}

    /** The frame that has these cells. */
    static PixelFrame frame(FrameCells cells) {
        return frame(cells.description(), cells.photometric(), ofBytes(cells.description(), cells.bytes()));
    }

    static PixelFrame frame(PixelDescription description, PhotometricInterpretation photometric, Samples samples) {
        return new PixelFrame(
                description.rows(), description.columns(), photometric, description.bitsStored(), samples);
    }

    /** Little-endian cells of the size that the description says. The array may be kept or changed. */
    private static Samples ofBytes(PixelDescription description, byte[] bytes) {
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (description.sign() == Sign.FLOATING_POINT) {
            return ofFloats(description, numbers);
        }
        return switch (description.bitsAllocated()) {
            case 8 -> ofBytesInPlace(description, bytes);
            case 16 -> {
                short[] cells = new short[bytes.length / 2];
                numbers.asShortBuffer().get(cells);
                yield ofShortsInPlace(description, cells);
            }
            case 32 -> {
                int[] cells = new int[bytes.length / 4];
                numbers.asIntBuffer().get(cells);
                yield ofIntsInPlace(description, cells);
            }
            default -> ofPacked(description, bytes);
        };
    }

    private static Samples ofFloats(PixelDescription description, ByteBuffer numbers) {
        if (description.bitsAllocated() == 32) {
            float[] values = new float[numbers.remaining() / 4];
            numbers.asFloatBuffer().get(values);
            return Samples.of(values);
        }
        double[] values = new double[numbers.remaining() / 8];
        numbers.asDoubleBuffer().get(values);
        return Samples.of(values);
    }

    /** Samples of cells that are not whole bytes, or of 24 bits, in the smallest array that holds them. */
    private static Samples ofPacked(PixelDescription description, byte[] bytes) {
        int bits = description.bitsAllocated();
        int[] cells = PackedCells.unpack(bytes, description.samplesPerFrame(), bits);
        if (bits > 16) {
            return ofIntsInPlace(description, cells);
        }
        if (bits > 8) {
            short[] shorts = new short[cells.length];
            for (int i = 0; i < cells.length; i++) {
                shorts[i] = (short) sample(description, cells[i]);
            }
            return Samples.of(shorts, description.sign());
        }
        byte[] small = new byte[cells.length];
        for (int i = 0; i < cells.length; i++) {
            small[i] = (byte) sample(description, cells[i]);
        }
        return Samples.of(small, description.sign());
    }

    /** Samples of a codestream of that many bits, right-aligned. The array may be kept or changed. */
    static Samples ofCodestream(PixelDescription description, int precision, short[] values) {
        if (precision > 8) {
            return ofShortsInPlace(description, values);
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return ofLowBytes(description, bytes);
    }

    /** Eight-bit samples lie in the low bits, whatever was allocated for them. */
    static Samples ofLowBytes(PixelDescription description, byte[] cells) {
        return ofBytesInPlace(description.inBytes(), cells);
    }

    private static Samples ofBytesInPlace(PixelDescription description, byte[] cells) {
        if (description.bitsStored() < 8) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = (byte) sample(description, cells[i]);
            }
        }
        return Samples.of(cells, description.sign());
    }

    private static Samples ofShortsInPlace(PixelDescription description, short[] cells) {
        if (description.bitsStored() < 16) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = (short) sample(description, cells[i]);
            }
        }
        return Samples.of(cells, description.sign());
    }

    private static Samples ofIntsInPlace(PixelDescription description, int[] cells) {
        if (description.bitsStored() < 32) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = sample(description, cells[i]);
            }
        }
        return Samples.of(cells, description.sign());
    }

    /** For fewer than 32 bits. */
    private static int sample(PixelDescription description, int cell) {
        int unused = 32 - description.bitsStored();
        int top = cell << (31 - description.highBit());
        return description.sign() == Sign.SIGNED ? top >> unused : top >>> unused;
    }
}
