package org.symbolon.dicom.image.internal.jpeg2000;

/** The adaptive run-length decoder of a high-throughput block (T.814 7.3.3). Not thread-safe. */
final class MelDecoder {
    /** Table 2. */
    private static final int[] EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int current;
    private int available;
    private int state;
    private int zeros;
    private boolean one;

    /** @param last of the bytes shares its lower half with the VLC stream; ones stand for it */
    void start(byte[] segment, int from, int last) {
        bytes = segment;
        at = from;
        end = last;
        current = 0;
        available = 0;
        state = 0;
        zeros = 0;
        one = false;
    }

    /** The next symbol. */
    int decode() {
        if (zeros == 0 && !one) {
            run();
        }
        if (zeros > 0) {
            zeros--;
            return 0;
        }
        one = false;
        return 1;
    }

    private void run() {
        int exponent = EXPONENTS[state];
        if (bit() == 1) {
            zeros = 1 << exponent;
            state = Math.min(EXPONENTS.length - 1, state + 1);
        } else {
            for (int i = 0; i < exponent; i++) {
                zeros = zeros << 1 | bit();
            }
            state = Math.max(0, state - 1);
            one = true;
        }
    }

    private int bit() {
        if (available == 0) {
            available = current == 0xFF ? 7 : 8;
            if (at < end) {
                current = bytes[at] & 0xFF;
            } else {
                current = at == end ? (bytes[at] & 0xFF) | 0x0F : 0xFF;
            }
            at = Math.min(at + 1, end + 1);
        }
        available--;
        return current >> available & 1;
    }
}
