package org.symbolon.dicom.image.internal.jpeg2000;

/**
 * A forward stream of bits, lowest first, of a high-throughput block (T.814 7.1.2): MagSgn, behind whose end come ones, and
 * SigProp, behind whose end come zeros. Behind a byte FF one bit is stuffed. Not thread-safe.
 */
final class HtForwardBits {
    private final int padding;
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private long buffer;
    private int available;
    private boolean stuffed;

    /** @param padding the byte that follows the last one, for ever */
    HtForwardBits(int padding) {
        this.padding = padding;
    }

    void start(byte[] segment, int from, int to) {
        bytes = segment;
        at = from;
        end = to;
        buffer = 0;
        available = 0;
        stuffed = false;
    }

    /** Up to 32 bits. */
    int take(int count) {
        while (available < count) {
            int next = at < end ? bytes[at++] & 0xFF : padding;
            buffer |= (long) next << available;
            available += stuffed ? 7 : 8;
            stuffed = next == 0xFF;
        }
        int bits = (int) (buffer & ((1L << count) - 1));
        buffer >>>= count;
        available -= count;
        return bits;
    }
}
