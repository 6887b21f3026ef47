package org.symbolon.crosswalk.internal.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * AES-256-GCM with a random 96-bit nonce. A sealed record is: format version (1 byte, 1), nonce (12), ciphertext, tag (16).
 * The version is authenticated too. Thread-safe.
 */
public final class Sealer {
    /** Bytes that sealing adds. */
    public static final int OVERHEAD_BYTES = 1 + 12 + 16;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** One a thread: finding a cipher costs as much as sealing a half. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Sealer::newCipher);

    private Sealer() {}

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "AES-GCM is not available", e);
        }
    }

    /** A fresh random key of 32 bytes. */
    public static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Seals the bytes; only {@link #open} with the same key and context gives them back. */
    public static byte[] seal(byte[] key, byte[] context, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = new byte[OVERHEAD_BYTES + plain.length];
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "AES-256-GCM failed to seal", e);
        }
    }

    /**
     * @throws SymbolonException {@code DAMAGED} where a byte was changed, or key or context are not those of sealing: the
     *     three cannot be told apart
     */
    public static byte[] open(byte[] key, byte[] context, byte[] sealed) {
        if (sealed.length < OVERHEAD_BYTES) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A sealed record of the crosswalk is cut short");
        }
        if (sealed[0] != VERSION) {
            throw new SymbolonException(
                    ErrorCode.DAMAGED, "A sealed record of the crosswalk has an unknown format version");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, context);
            return cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new SymbolonException(
                    ErrorCode.DAMAGED, "A sealed record of the crosswalk was changed, or belongs elsewhere", e);
        } catch (GeneralSecurityException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "AES-256-GCM failed to open", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.wrap(new byte[] {VERSION}));
        cipher.updateAAD(context);
        return cipher;
    }
}
