package org.symbolon.archive.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Reads what {@link ValueWriter} wrote, of a version it knows, to its last byte. */
final class ValueReader {
    private final ByteBuffer bytes;

    private ValueReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** @throws SymbolonException DAMAGED where the version is another, or bytes are missing or left over */
    static <T> T read(byte[] value, int version, Function<ValueReader, T> fields) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        try {
            if ((bytes.get() & 0xFF) != version) {
                throw new SymbolonException(
                        ErrorCode.DAMAGED, "A row of the index has a version that this program does not know");
            }
            T result = fields.apply(new ValueReader(bytes));
            if (!bytes.hasRemaining()) {
                return result;
            }
        } catch (BufferUnderflowException e) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A row of the index ends too early", e);
        }
        throw new SymbolonException(ErrorCode.DAMAGED, "A row of the index has bytes left over");
    }

    int unsignedByte() {
        return bytes.get() & 0xFF;
    }

    int integer() {
        return bytes.getInt();
    }

    long number() {
        return bytes.getLong();
    }

    byte[] raw(int length) {
        byte[] raw = new byte[length];
        bytes.get(raw);
        return raw;
    }

    String text() {
        int length = bytes.getShort() & 0xFFFF;
        return new String(raw(length), StandardCharsets.UTF_8);
    }
}
