package org.symbolon.dicom.image.internal.jpeg;

import java.util.Arrays;

/** Writes entropy-coded bits (T.81 F.1.2.3): a zero byte is stuffed in behind FF. */
final class BitWriter {
    private byte[] bytes;
    private int size;
    private long cache;
    private int pending;

    BitWriter(int expectedBytes) {
        this.bytes = new byte[Math.max(64, expectedBytes)];
    }

    /** Up to 32 bits, the others zero. */
    void put(int value, int count) {
        cache = cache << count | value;
        pending += count;
        while (pending >= 8) {
            pending -= 8;
            append((byte) (cache >>> pending));
        }
    }

    /** Fills the last byte with ones. */
    byte[] toBytes() {
        if (pending > 0) {
            int free = 8 - pending;
            put((1 << free) - 1, free);
        }
        return Arrays.copyOf(bytes, size);
    }

    private void append(byte value) {
        if (size + 2 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + (bytes.length >> 1));
        }
        bytes[size++] = value;
        if (value == (byte) 0xFF) {
            bytes[size++] = 0;
        }
    }
}
