package org.symbolon.archive.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds a value of the index: a version byte, then fields, big endian; text is a two-byte length and UTF-8. */
final class ValueWriter {
    private static final int MAX_TEXT_BYTES = 0xFFFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    ValueWriter(int version) {
        bytes.write(version);
    }

    ValueWriter unsignedByte(int value) {
        bytes.write(value);
        return this;
    }

    ValueWriter integer(int value) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    ValueWriter number(long value) {
        return raw(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    ValueWriter raw(byte[] value) {
        bytes.write(value, 0, value.length);
        return this;
    }

    ValueWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > MAX_TEXT_BYTES) {
            throw new IllegalArgumentException("A text of the index has at most " + MAX_TEXT_BYTES + " bytes");
        }
        bytes.write(utf8.length >>> 8);
        bytes.write(utf8.length);
        return raw(utf8);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
