package org.symbolon.testkit.internal.dicom;

import java.io.ByteArrayOutputStream;

/** Bytes in memory with numbers of either byte order. */
final class ByteSink extends ByteArrayOutputStream {
    private final boolean bigEndian;

    ByteSink(boolean bigEndian) {
        super(1 << 12);
        this.bigEndian = bigEndian;
    }

    ByteSink sibling() {
        return new ByteSink(bigEndian);
    }

    void word(int value) {
        number(value, 2);
    }

    void doubleWord(int value) {
        number(value, 4);
    }

    void tag(int tag) {
        word(tag >>> 16);
        word(tag & 0xFFFF);
    }

    /** Bytes whose numbers of so many bytes are little endian. */
    void swapped(byte[] bytes, int unitBytes) {
        if (!bigEndian || unitBytes == 1) {
            writeBytes(bytes);
            return;
        }
        byte[] turned = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            int inUnit = at % unitBytes;
            turned[at] = bytes[at - inUnit + unitBytes - 1 - inUnit];
        }
        writeBytes(turned);
    }

    private void number(int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            int shift = 8 * (bigEndian ? bytes - 1 - i : i);
            write(value >>> shift);
        }
    }
}
