package org.symbolon.dicom.image.internal.jpeg2000;

/**
 * A stream of bits that is read from its end (T.814 7.1.3, 7.1.4): VLC and MagRef. In front of its beginning come zeros. A bit
 * is stuffed into a byte whose other bits are ones where the one before it is above 8F. Not thread-safe.
 */
final class HtBackwardBits {
    private byte[] bytes = new byte[0];
    private int at;
    private int begin;
    private long buffer;
    private int available;
    private boolean above8f;

    /** The MagRef stream, whose last byte is the one before the end. */
    void start(byte[] segment, int from, int to) {
        bytes = segment;
        begin = from;
        at = to - 1;
        buffer = 0;
        available = 0;
        above8f = true;
    }

    /** The VLC stream: the upper half of its last byte goes first. */
    void startBehindHalf(byte[] segment, int from, int last) {
        start(segment, from, last);
        int half = bytes[last] >> 4 & 15;
        buffer = half;
        available = (half & 7) == 7 ? 3 : 4;
        buffer &= (1L << available) - 1;
        above8f = half > 8;
    }

    /** At least 32 bits, the next one lowest, not consumed. */
    int peek() {
        while (available < 32) {
            int next = at >= begin ? bytes[at--] & 0xFF : 0;
            boolean stuffed = above8f && (next & 0x7F) == 0x7F;
            buffer |= (long) (stuffed ? 0x7F : next) << available;
            available += stuffed ? 7 : 8;
            above8f = next > 0x8F;
        }
        return (int) buffer;
    }

    void drop(int count) {
        buffer >>>= count;
        available -= count;
    }

    /** Up to 31 bits. */
    int take(int count) {
        int bits = peek() & ((1 << count) - 1);
        drop(count);
        return bits;
    }
}
