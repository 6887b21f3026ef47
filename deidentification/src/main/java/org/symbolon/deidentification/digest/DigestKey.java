package org.symbolon.deidentification.digest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What keyed digests are made with. Immutable and thread-safe. */
public final class DigestKey {
    private static final String MAC = "HmacSHA256";
    private static final int MAC_BYTES = 32;

    private final BlockHash blocks;
    private final SecretKeySpec macKey;

    private DigestKey(BlockHash blocks, SecretKeySpec macKey) {
        this.blocks = blocks;
        this.macKey = macKey;
    }

    /** Derives block and MAC keys, docs/format/keyed-digest.md. */
    public static DigestKey of(SecretKey key) {
        byte[] derived = new byte[BlockHash.BLOCK_BYTES];
        for (int i = 0; i < derived.length / MAC_BYTES; i++) {
            System.arraycopy(derive(key, "block " + i), 0, derived, i * MAC_BYTES, MAC_BYTES);
        }
        BlockHash blocks = new BlockHash(derived);
        Arrays.fill(derived, (byte) 0);
        return new DigestKey(blocks, new SecretKeySpec(derive(key, "mac"), MAC));
    }

    /** A digest of so many bytes, for one thread. */
    public KeyedDigest digest(long length) {
        return new KeyedDigest(blocks, mac(macKey), length);
    }

    BlockHash blocks() {
        return blocks;
    }

    private static byte[] derive(SecretKey key, String purpose) {
        return mac(key).doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
    }

    private static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
