package org.symbolon.dicom.image.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bits of a stream, from a bit of its first byte on, moved to the beginning of a byte; zeroes fill the last one. */
final class BitStream extends FilterInputStream {
    private final int shift;
    private long bitsLeft;
    private int current;

    BitStream(InputStream in, int firstBit, long bits) throws IOException {
        super(in);
        this.shift = firstBit;
        this.bitsLeft = bits;
        this.current = firstBit == 0 ? 0 : in.read();
    }

    @Override
    public int read() throws IOException {
        if (bitsLeft <= 0) {
            return -1;
        }
        int value;
        if (shift == 0) {
            value = in.read();
        } else {
            int next = bitsLeft > 8 - shift ? in.read() : 0;
            value = (current >> shift | next << (8 - shift)) & 0xFF;
            current = next;
        }
        int used = (int) Math.min(8, bitsLeft);
        bitsLeft -= used;
        return value & ((1 << used) - 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int value = read();
            if (value < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (byte) value;
        }
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = 0;
        while (skipped < bytes && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
