package org.symbolon.dicom.image.internal.jpeg;

/**
 * The bits of entropy-coded segments (T.81 F.2.2.5), stuffed zeroes removed. Behind a marker or the end come zero bits, as
 * many as a Huffman code may look ahead; taking more than that is an error, so that a cut stream ends.
 */
final class BitReader {
    private static final int MAX_ZERO_BYTES = 8;

    private final byte[] bytes;
    private int at;
    private int buffer;
    private int available;
    private int zeroBytes;

    BitReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /** Up to 16 bits, not consumed. */
    int peek(int count) {
        while (available < count) {
            buffer = buffer << 8 | nextByte();
            available += 8;
        }
        return buffer >>> (available - count) & ((1 << count) - 1);
    }

    void drop(int count) {
        available -= count;
    }

    /** Up to 16 bits. */
    int take(int count) {
        if (count == 0) {
            return 0;
        }
        int bits = peek(count);
        available -= count;
        return bits;
    }

    /** T.81 F.2.2.1 EXTEND over RECEIVE: a signed difference of the given magnitude category, at most 16. */
    int difference(int category) {
        if (category == 0) {
            return 0;
        }
        int value = take(category);
        return value < 1 << (category - 1) ? value - (1 << category) + 1 : value;
    }

    /** Passes over an RSTn marker; the bits begin anew behind it. */
    void restart() {
        available = 0;
        buffer = 0;
        zeroBytes = 0;
        while (at + 1 < bytes.length) {
            int marker = bytes[at + 1] & 0xFF;
            if (bytes[at] == (byte) 0xFF && marker >= 0xD0 && marker <= 0xD7) {
                at += 2;
                return;
            }
            if (bytes[at] == (byte) 0xFF && marker != 0 && marker != 0xFF) {
                throw JpegCodestream.corrupt("Another marker where a restart marker is due");
            }
            at++;
        }
        throw JpegCodestream.truncated();
    }

    /** Where the bytes go on; a marker is at that place or behind it. */
    int position() {
        return at;
    }

    private int nextByte() {
        if (at < bytes.length) {
            int value = bytes[at] & 0xFF;
            if (value != 0xFF) {
                at++;
                return value;
            }
            if (at + 1 < bytes.length && bytes[at + 1] == 0) {
                at += 2;
                return value;
            }
        }
        if (++zeroBytes > MAX_ZERO_BYTES) {
            throw JpegCodestream.truncated();
        }
        return 0;
    }
}
