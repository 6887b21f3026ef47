package org.symbolon.crosswalk.internal.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The encoding inside sealed records: whole numbers of up to 31 bits as seven bits a byte, lowest first, high bit on all but
 * the last; texts (UTF-8) and byte strings after their length.
 */
final class Fields {
    private static final int MAX_NUMBER_BYTES = 5;

    private Fields() {}

    /** Appends fields. */
    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

        Writer number(int value) {
            int rest = value;
            while (rest > 0x7F) {
                out.write((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            out.write(rest);
            return this;
        }

        Writer text(String text) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        Writer bytes(byte[] bytes) {
            return number(bytes.length).raw(bytes);
        }

        /** Without a length. */
        Writer raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }
    }

    /** Takes fields off in the same order; {@code DAMAGED} where they do not fit. */
    static final class Reader {
        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        int number() {
            int value = 0;
            for (int i = 0; i < MAX_NUMBER_BYTES; i++) {
                int next = raw(1)[0];
                value |= (next & 0x7F) << (7 * i);
                if (next >= 0) {
                    return value;
                }
            }
            throw damaged();
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return raw(number());
        }

        byte[] raw(int length) {
            if (length < 0 || length > bytes.length - position) {
                throw damaged();
            }
            position += length;
            return Arrays.copyOfRange(bytes, position - length, position);
        }

        byte[] rest() {
            return raw(bytes.length - position);
        }

        private static SymbolonException damaged() {
            return new SymbolonException(ErrorCode.DAMAGED, "A record of the crosswalk has another form than expected");
        }
    }
}
