package org.symbolon.crosswalk.internal.keys;

import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A keyed permutation of digests: FF1 (NIST SP 800-38G) with AES-256 over bytes, radix 256. The result tells nothing about the
 * digest, is the same for the same digest and tweak, so that it can be looked up, and gives the digest back. Thread-safe.
 */
public final class DigestCipher {
    private static final int RADIX = 256;

    private final KeyParameter key;

    /** Copies the key, which has 32 bytes. */
    public DigestCipher(byte[] key) {
        this.key = new KeyParameter(key);
    }

    /** As long as the digest, which has 3 bytes at least (SP 800-38G asks for a million different values). */
    public byte[] encrypt(byte[] digest, byte[] tweak) {
        return apply(true, digest, tweak);
    }

    /** The inverse of {@link #encrypt}. */
    public byte[] decrypt(byte[] encrypted, byte[] tweak) {
        return apply(false, encrypted, tweak);
    }

    private byte[] apply(boolean encrypt, byte[] input, byte[] tweak) {
        FPEFF1Engine engine = new FPEFF1Engine();
        engine.init(encrypt, new FPEParameters(key, RADIX, tweak));
        byte[] output = new byte[input.length];
        engine.processBlock(input, 0, input.length, output, 0);
        return output;
    }
}
