package org.symbolon.crosswalk.internal.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMA2InputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Raw LZMA2, as in .xz files but without their headers. After a changed byte it goes on copying from where it was for next to
 * nothing, which is how one image's half differs from the last one's.
 */
final class Lzma {
    /** No block is longer than a little above this, so everything in it can refer to everything before. */
    private static final int DICTIONARY_BYTES = 1 << 20;

    /** Measured over halves of CT series: 6 times as fast as the library's default, and 4 % larger. */
    private static final int DEPTH = 4;

    private Lzma() {}

    static byte[] compress(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 16 + 64);
        try {
            try (OutputStream out = options().getOutputStream(new FinishableWrapperOutputStream(bytes))) {
                out.write(plain);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "LZMA2 failed to compress", e);
        }
    }

    /** {@code DAMAGED} where the result has not exactly the given length: no input makes this allocate more. */
    static byte[] expand(byte[] compressed, int length) {
        try (LZMA2InputStream in = new LZMA2InputStream(new ByteArrayInputStream(compressed), DICTIONARY_BYTES)) {
            byte[] plain = in.readNBytes(length);
            if (plain.length != length || in.read() >= 0) {
                throw damaged(null);
            }
            return plain;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static LZMA2Options options() throws UnsupportedOptionsException {
        LZMA2Options options = new LZMA2Options(0);
        options.setDictSize(DICTIONARY_BYTES);
        options.setMode(LZMA2Options.MODE_FAST);
        options.setMatchFinder(LZMA2Options.MF_HC4);
        options.setDepthLimit(DEPTH);
        options.setNiceLen(LZMA2Options.NICE_LEN_MAX);
        options.setLcLp(3, 0);
        options.setPb(0);
        return options;
    }

    private static SymbolonException damaged(@Nullable Throwable cause) {
        return new SymbolonException(ErrorCode.DAMAGED, "A block of the crosswalk does not decompress", cause);
    }
}
