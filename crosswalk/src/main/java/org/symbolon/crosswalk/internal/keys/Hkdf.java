package org.symbolon.crosswalk.internal.keys;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** HKDF with HMAC-SHA-256 (RFC 5869): extract, then expand. */
public final class Hkdf {
    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;
    private static final int MAX_OUTPUT_BYTES = 255 * HASH_BYTES;

    private Hkdf() {}

    /** Output keying material of the given length, 1 to 8,160 bytes (RFC 5869 section 2.3). */
    public static byte[] derive(byte[] inputKeyMaterial, byte[] salt, byte[] info, int lengthBytes) {
        if (lengthBytes < 1 || lengthBytes > MAX_OUTPUT_BYTES) {
            throw new SymbolonException(ErrorCode.INTERNAL, "HKDF gives 1 to " + MAX_OUTPUT_BYTES + " bytes");
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(salt.length == 0 ? new byte[HASH_BYTES] : salt, HMAC));
            byte[] pseudoRandomKey = mac.doFinal(inputKeyMaterial);
            mac.init(new SecretKeySpec(pseudoRandomKey, HMAC));
            Arrays.fill(pseudoRandomKey, (byte) 0);
            byte[] output = new byte[lengthBytes];
            byte[] block = new byte[0];
            int done = 0;
            for (int counter = 1; done < lengthBytes; counter++) {
                mac.update(block);
                mac.update(info);
                mac.update((byte) counter);
                block = mac.doFinal();
                int taken = Math.min(block.length, lengthBytes - done);
                System.arraycopy(block, 0, output, done, taken);
                done += taken;
            }
            return output;
        } catch (GeneralSecurityException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "HMAC-SHA-256 is not available", e);
        }
    }
}
