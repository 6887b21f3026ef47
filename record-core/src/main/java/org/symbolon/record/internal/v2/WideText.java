package org.symbolon.record.internal.v2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** A file in UTF-16 or UTF-32 (table 0211), as the same text in UTF-8, in which delimiters are single bytes. */
final class WideText {
    private final Charset charset;
    private final byte[] utf8;

    /** For each byte of UTF-8, and for the end, where its character stands in the file. */
    private final int[] offsets;

    private WideText(Charset charset, byte[] utf8, int[] offsets) {
        this.charset = charset;
        this.utf8 = utf8;
        this.offsets = offsets;
    }

    /** Null where it is in none of these. */
    static @Nullable WideText of(byte[] file) {
        if (startsWith(file, 0x00, 0x00, 0xFE, 0xFF)) {
            return of(file, 4, Charset.forName("UTF-32BE"), 4);
        }
        if (startsWith(file, 0xFF, 0xFE, 0x00, 0x00)) {
            return of(file, 4, Charset.forName("UTF-32LE"), 4);
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return of(file, 2, StandardCharsets.UTF_16BE, 2);
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return of(file, 2, StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(file, 0, 0, 0)) {
            return of(file, 0, Charset.forName("UTF-32BE"), 4);
        }
        if (file.length > 3 && file[0] > 0 && file[1] == 0) {
            boolean four = file[2] == 0 && file[3] == 0;
            return four ? of(file, 0, Charset.forName("UTF-32LE"), 4) : of(file, 0, StandardCharsets.UTF_16LE, 2);
        }
        return startsWith(file, 0) ? of(file, 0, StandardCharsets.UTF_16BE, 2) : null;
    }

    private static WideText of(byte[] file, int mark, Charset charset, int unit) {
        String text;
        try {
            text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(file, mark, file.length - mark))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SymbolonException(
                    ErrorCode.CORRUPT, "The file is not in the " + charset + " that it begins in", e);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int[] offsets = new int[utf8.length + 1];
        int at = mark;
        int byteIndex = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int width = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            Arrays.fill(offsets, byteIndex, byteIndex + width, at);
            byteIndex += width;
            at += unit == 4 || character < 0x10000 ? unit : 4;
            i += Character.charCount(character);
        }
        offsets[byteIndex] = at;
        return new WideText(charset, utf8, offsets);
    }

    private static boolean startsWith(byte[] file, int... first) {
        if (file.length < first.length + 1) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((file[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** Of the file, without a byte order mark. */
    Charset charset() {
        return charset;
    }

    byte[] utf8() {
        return utf8;
    }

    int offset(int at) {
        return offsets[at];
    }
}
