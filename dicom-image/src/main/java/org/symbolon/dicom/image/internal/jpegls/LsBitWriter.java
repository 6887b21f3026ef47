package org.symbolon.dicom.image.internal.jpegls;

import java.util.Arrays;

/** Writes the bits of a scan (T.87 A.1): behind a byte FF a zero bit is stuffed in. */
final class LsBitWriter {
    private byte[] bytes;
    private int size;
    private long cache;
    private int pending;

    LsBitWriter(int expectedBytes) {
        this.bytes = new byte[Math.max(64, expectedBytes)];
    }

    /** Up to 32 bits. */
    void put(int value, int count) {
        cache = cache << count | (value & 0xFFFFFFFFL);
        pending += count;
        while (pending >= 8) {
            boolean stuffed = size > 0 && bytes[size - 1] == (byte) 0xFF;
            int take = stuffed ? 7 : 8;
            pending -= take;
            append((int) (cache >>> pending) & (stuffed ? 0x7F : 0xFF));
        }
    }

    /** A limited-length Golomb code (A.5.3). */
    void golomb(int mapped, int k, int limit, int errorBits) {
        int high = mapped >>> k;
        int longest = limit - errorBits - 1;
        if (high < longest) {
            zeros(high);
            put(1, 1);
            put(mapped & ((1 << k) - 1), k);
        } else {
            zeros(longest);
            put(1, 1);
            put((mapped - 1) & ((1 << errorBits) - 1), errorBits);
        }
    }

    /** Fills the last byte with zeroes; a last FF is followed by a byte of them, so that no marker is seen in it. */
    void align() {
        if (pending > 0) {
            boolean stuffed = size > 0 && bytes[size - 1] == (byte) 0xFF;
            append((int) (cache << ((stuffed ? 7 : 8) - pending)) & (stuffed ? 0x7F : 0xFF));
        }
        if (size > 0 && bytes[size - 1] == (byte) 0xFF) {
            append(0);
        }
        cache = 0;
        pending = 0;
    }

    /** A byte as it is, between aligned bits. */
    void marker(int second) {
        append(0xFF);
        append(second);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void zeros(int count) {
        int left = count;
        while (left > 24) {
            put(0, 24);
            left -= 24;
        }
        put(0, left);
    }

    private void append(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + (bytes.length >> 1));
        }
        bytes[size++] = (byte) value;
    }
}
