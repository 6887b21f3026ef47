package org.symbolon.dicom.image.internal.jpegls;

/** Bits of a scan (T.87 A.1): behind a byte FF stands one bit less. Reads up to the next marker. */
final class LsBitReader {
    private static final int MAX_PADDING_BITS = 192;

    private final byte[] bytes;
    private int at;
    private long cache;
    private int valid;
    private int padding;

    LsBitReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /** Where the next marker is, or some place before it. */
    int position() {
        return at;
    }

    /** Up to 16 bits. */
    int take(int count) {
        if (count == 0) {
            return 0;
        }
        if (valid < count) {
            fill();
        }
        int value = (int) (cache >>> (64 - count));
        cache <<= count;
        valid -= count;
        return value;
    }

    /** A limited-length Golomb code (A.5.3). */
    int golomb(int k, int limit, int errorBits) {
        if (valid < 48) {
            fill();
        }
        int zeros = Long.numberOfLeadingZeros(cache);
        int longest = limit - errorBits - 1;
        if (zeros >= longest) {
            if (zeros > longest) {
                throw JpegLsCodestream.corrupt("A code longer than the limit (A.5.3)");
            }
            drop(zeros + 1);
            return take(errorBits) + 1;
        }
        drop(zeros + 1);
        return (zeros << k) | take(k);
    }

    /** Passes over a restart marker; bits begin anew behind it. */
    void restart() {
        cache = 0;
        valid = 0;
        padding = 0;
        while (at + 1 < bytes.length) {
            int marker = bytes[at + 1] & 0xFF;
            if (bytes[at] == (byte) 0xFF && marker >= 0x80) {
                if (marker < 0xD0 || marker > 0xD7) {
                    throw JpegLsCodestream.corrupt("Another marker where a restart marker is due");
                }
                at += 2;
                return;
            }
            at++;
        }
        throw JpegLsCodestream.truncated();
    }

    private void drop(int count) {
        if (valid < count) {
            fill();
        }
        cache = count == 64 ? 0 : cache << count;
        valid -= count;
    }

    private void fill() {
        while (valid <= 56) {
            int value = at < bytes.length ? bytes[at] & 0xFF : 0xFF;
            boolean full = value == 0xFF;
            if (full && (at + 1 >= bytes.length || bytes[at + 1] < 0)) {
                pad();
                return;
            }
            at++;
            cache |= (long) value << (56 - valid);
            // The stuffed zero of the next byte falls on the last bit of this one.
            valid += full ? 7 : 8;
        }
    }

    /** Zeroes behind the end may be looked at, as the last code is; a stream that goes on taking them is cut. */
    private void pad() {
        padding += 64 - valid;
        if (padding > MAX_PADDING_BITS) {
            throw JpegLsCodestream.truncated();
        }
        valid = 64;
    }
}
