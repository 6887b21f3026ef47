package org.symbolon.crosswalk.internal.store;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Raw deflate (RFC 1951) with a preset dictionary, so that what the dictionary holds already costs next to nothing. */
final class Compression {
    /** Deflate looks back no further than this. */
    static final int MAX_DICTIONARY_BYTES = 32 << 10;

    private static final int SLACK_BYTES = 64;

    /** One a thread: making one costs as much as deflating a half. What a thread leaves is freed with it. */
    private static final ThreadLocal<Deflater> DEFLATERS =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));

    private static final ThreadLocal<Inflater> INFLATERS = ThreadLocal.withInitial(() -> new Inflater(true));

    private Compression() {}

    static byte[] deflate(byte[] plain, byte[] dictionary) {
        Deflater deflater = DEFLATERS.get();
        deflater.reset();
        if (dictionary.length > 0) {
            deflater.setDictionary(dictionary);
        }
        deflater.setInput(plain);
        deflater.finish();
        byte[] output = new byte[plain.length / 4 + SLACK_BYTES];
        int length = 0;
        while (!deflater.finished()) {
            if (length == output.length) {
                output = Arrays.copyOf(output, 2 * output.length);
            }
            length += deflater.deflate(output, length, output.length - length);
        }
        return Arrays.copyOf(output, length);
    }

    /** {@code DAMAGED} where the result has not exactly the given length: no input makes this allocate more. */
    static byte[] inflate(byte[] deflated, byte[] dictionary, int length) {
        Inflater inflater = INFLATERS.get();
        inflater.reset();
        try {
            if (dictionary.length > 0) {
                inflater.setDictionary(dictionary);
            }
            inflater.setInput(deflated);
            byte[] plain = new byte[length];
            int done = 0;
            while (done < length) {
                int step = inflater.inflate(plain, done, length - done);
                if (step == 0) {
                    throw damaged(null);
                }
                done += step;
            }
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw damaged(null);
            }
            return plain;
        } catch (DataFormatException e) {
            throw damaged(e);
        }
    }

    private static SymbolonException damaged(@org.jspecify.annotations.Nullable Throwable cause) {
        return new SymbolonException(ErrorCode.DAMAGED, "A record of the crosswalk does not decompress", cause);
    }
}
