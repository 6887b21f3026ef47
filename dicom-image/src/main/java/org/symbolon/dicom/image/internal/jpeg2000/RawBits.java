package org.symbolon.dicom.image.internal.jpeg2000;

/** The bits of a segment that bypasses the arithmetic coder (T.800 D.6). Not thread-safe. */
final class RawBits {
    private byte[] bytes = new byte[0];
    private int at;
    private int current;
    private int available;

    /** Begins a segment; two bytes of FF lie behind it. */
    void start(byte[] segment, int offset) {
        bytes = segment;
        at = offset;
        current = 0;
        available = 0;
    }

    int bit() {
        if (available == 0) {
            int next = bytes[at] & 0xFF;
            if (current != 0xFF) {
                available = 8;
                current = next;
                at++;
            } else if (next > 0x8F) {
                // The end, which is never passed.
                available = 8;
            } else {
                available = 7;
                current = next;
                at++;
            }
        }
        available--;
        return current >> available & 1;
    }
}
