package org.symbolon.dicom.image.internal;

import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.Samples;

/** Takes samples out of their cells: bits stored, high bit and sign (PS3.5 8.1.1). */
final class SampleCells {
    private SampleCells() {}

    static PixelFrame frame(PixelDescription description, PhotometricInterpretation photometric, Samples samples) {
        return new PixelFrame(
                description.rows(), description.columns(), photometric, description.bitsStored(), samples);
    }

    /** Little-endian cells of the size that the description says. */
    static Samples ofBytes(PixelDescription description, byte[] bytes) {
        return switch (description.bitsAllocated()) {
            case 8 -> ofBytesInPlace(description, bytes);
            case 16 -> {
                short[] cells = new short[bytes.length / 2];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = (short) ((bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8);
                }
                yield ofShortsInPlace(description, cells);
            }
            default -> {
                int[] cells = new int[bytes.length / 4];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = (bytes[4 * i] & 0xFF)
                            | (bytes[4 * i + 1] & 0xFF) << 8
                            | (bytes[4 * i + 2] & 0xFF) << 16
                            | bytes[4 * i + 3] << 24;
                }
                yield ofIntsInPlace(description, cells);
            }
        };
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
