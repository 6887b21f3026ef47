package org.symbolon.crosswalk.internal.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * HMAC-SHA-256 over a list of texts. Every text is preceded by its length in bytes (4, big endian), so that no two lists
 * run together into the same bytes. Thread-safe: each thread has its own Mac.
 */
public final class KeyedHash {
    private static final String HMAC = "HmacSHA256";

    private final ThreadLocal<Mac> macs;

    /** Copies the key. */
    public KeyedHash(byte[] key) {
        SecretKeySpec spec = new SecretKeySpec(key, HMAC);
        this.macs = ThreadLocal.withInitial(() -> mac(spec));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "HMAC-SHA-256 is not available", e);
        }
    }

    /** 32 bytes. */
    public byte[] hash(String first, String... rest) {
        Mac mac = macs.get();
        update(mac, first);
        for (String text : rest) {
            update(mac, text);
        }
        return mac.doFinal();
    }

    private static void update(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        mac.update((byte) (length >>> 24));
        mac.update((byte) (length >>> 16));
        mac.update((byte) (length >>> 8));
        mac.update((byte) length);
        mac.update(bytes);
    }
}
