package org.symbolon.dicom.image.internal.jpeg2000;

import org.symbolon.dicom.image.internal.jpeg2000.TileStream.Range;

/** The bits of packet headers (T.800 B.10.1): behind a byte FF one bit is stuffed. */
final class HeaderBits {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int current;
    private int available;

    HeaderBits(Range range) {
        this.bytes = range.bytes();
        this.at = range.start();
        this.end = range.end();
    }

    /** Begins a header at a byte. */
    void start(int position) {
        at = position;
        current = 0;
        available = 0;
    }

    int bit() {
        if (available == 0) {
            if (at >= end) {
                throw Faults.truncated();
            }
            available = current == 0xFF ? 7 : 8;
            current = bytes[at++] & 0xFF;
        }
        available--;
        return current >> available & 1;
    }

    /** Up to 32 bits. */
    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** How many ones come before the next zero, at most a given number, which no zero follows. */
    int ones(int max) {
        int count = 0;
        while (count < max && bit() == 1) {
            count++;
        }
        return count;
    }

    /** Ends the header at a whole byte, the stuffed one behind FF included; the place behind it. */
    int finish() {
        if (current == 0xFF && at < end) {
            at++;
        }
        current = 0;
        available = 0;
        return at;
    }

    /** A marker segment at the place reached. */
    void skipMarker(int marker, int length) {
        if (at + 1 < end && bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) marker) {
            at = Math.min(end, at + length);
        }
    }

    int position() {
        return at;
    }
}
