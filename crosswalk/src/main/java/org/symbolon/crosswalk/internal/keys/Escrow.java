package org.symbolon.crosswalk.internal.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.threshold.SecretShare;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Splits what a keystore holds into three shares, of which any two give it back and one tells nothing (Shamir's scheme over
 * GF(256), a polynomial of degree 1 for each byte). Format: {@code docs/format/keystore.md}. Thread-safe.
 */
public final class Escrow {
    public static final int SHARES = 3;
    public static final int NEEDED = 2;

    private static final int CHECK_BYTES = 8;

    private Escrow() {}

    /** The shares' bytes, for the numbers 1 to {@link #SHARES}. */
    public static List<byte[]> split(KeyMaterial keys) {
        byte[] secret = withCheck(keys);
        try {
            SecretShare[] shares = ShamirSecretSplitter.getInstance(
                            ShamirSecretSplitter.Algorithm.AES, secret.length, new SecureRandom())
                    .resplit(secret, NEEDED, SHARES)
                    .getSecretShares();
            List<byte[]> bytes = new ArrayList<>();
            for (SecretShare share : shares) {
                bytes.add(share.getEncoded());
            }
            return bytes;
        } catch (IOException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "The keystore cannot be split", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * The inverse, of two shares with different numbers.
     *
     * @throws SymbolonException {@code HALVES_DO_NOT_MATCH} where they are not of one splitting
     */
    public static KeyMaterial join(int firstNumber, byte[] first, int secondNumber, byte[] second) {
        if (first.length != second.length || first.length <= CHECK_BYTES || firstNumber == secondNumber) {
            throw notOfOneSplitting(null);
        }
        ShamirSplitSecretShare[] shares = {
            new ShamirSplitSecretShare(first, firstNumber), new ShamirSplitSecretShare(second, secondNumber)
        };
        byte[] secret = new byte[0];
        try {
            secret = ShamirSplitSecret.getInstance(ShamirSecretSplitter.Algorithm.AES, shares)
                    .getSecret();
            byte[] container = Arrays.copyOf(secret, secret.length - CHECK_BYTES);
            byte[] check = Arrays.copyOfRange(secret, container.length, secret.length);
            if (!MessageDigest.isEqual(check, check(container))) {
                throw notOfOneSplitting(null);
            }
            return KeyMaterial.decode(container);
        } catch (IOException e) {
            throw notOfOneSplitting(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static byte[] withCheck(KeyMaterial keys) {
        try {
            byte[] container = keys.encode();
            byte[] secret = Arrays.copyOf(container, container.length + CHECK_BYTES);
            System.arraycopy(check(container), 0, secret, container.length, CHECK_BYTES);
            Arrays.fill(container, (byte) 0);
            return secret;
        } catch (IOException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "The keystore cannot be written to memory", e);
        }
    }

    private static byte[] check(byte[] container) {
        return digest("symbolon escrow", container, CHECK_BYTES);
    }

    /** The first bytes of SHA-256 over a label, a zero byte and the content. */
    public static byte[] digest(String label, byte[] content, int bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(label.getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) 0);
            digest.update(content);
            return Arrays.copyOf(digest.digest(), bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "SHA-256 is not available", e);
        }
    }

    private static SymbolonException notOfOneSplitting(@org.jspecify.annotations.Nullable Throwable cause) {
        return new SymbolonException(
                ErrorCode.HALVES_DO_NOT_MATCH, "The two shares are not different shares of one splitting", cause);
    }
}
