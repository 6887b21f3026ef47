package org.symbolon.dicom.image.internal;

import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** A palette in discrete, linear and indirect segments (PS3.3 C.7.9.2), unrolled. */
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final int[] words;
    private final int[] entries;
    private int filled;

    private SegmentedPalette(int[] words, int[] entries) {
        this.words = words;
        this.entries = entries;
    }

    static LookupTable of(DataSet header, int descriptorTag, int dataTag) {
        byte[] descriptor = header.bytes(descriptorTag);
        byte[] data = header.bytes(dataTag);
        if (descriptor.length < 6 || data.length < 4) {
            throw new ImageException(Problem.CORRUPT, "A palette image without its look-up tables (PS3.3 C.7.9)");
        }
        int count = uint16(descriptor, 0) == 0 ? 1 << 16 : uint16(descriptor, 0);
        int[] words = new int[data.length / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = uint16(data, 2 * i);
        }
        SegmentedPalette palette = new SegmentedPalette(words, new int[count]);
        palette.unroll();
        if (palette.filled < count) {
            throw corrupt();
        }
        return new LookupTable(uint16(descriptor, 2), palette.entries, uint16(descriptor, 4) > 8 ? 0xFFFF : 0xFF);
    }

    private void unroll() {
        int at = 0;
        while (at + 1 < words.length && filled < entries.length) {
            at = segment(at, true);
        }
    }

    /** Unrolls one segment; returns where the next begins, always further on. */
    private int segment(int at, boolean indirectAllowed) {
        int kind = words[at];
        int length = words[at + 1];
        int body = at + 2;
        if (kind == DISCRETE && body + length <= words.length) {
            for (int i = 0; i < length; i++) {
                put(words[body + i]);
            }
            return body + length;
        }
        if (kind == LINEAR && body < words.length && filled > 0) {
            int from = entries[filled - 1];
            int to = words[body];
            for (int i = 1; i <= length; i++) {
                put((int) Math.round(from + (double) (to - from) * i / length));
            }
            return body + 1;
        }
        if (kind == INDIRECT && indirectAllowed && body + 1 < words.length) {
            long offset = (words[body] | (long) words[body + 1] << 16) / 2;
            int next = (int) Math.min(offset, words.length);
            for (int i = 0; i < length && next + 1 < words.length; i++) {
                next = segment(next, false);
            }
            return body + 2;
        }
        throw corrupt();
    }

    private void put(int value) {
        if (filled < entries.length) {
            entries[filled++] = value;
        }
    }

    private static int uint16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static ImageException corrupt() {
        return new ImageException(Problem.CORRUPT, "A segmented palette that cannot be unrolled (PS3.3 C.7.9.2)");
    }
}
