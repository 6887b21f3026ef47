package org.symbolon.crosswalk.internal.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.symbolon.crosswalk.NumberKind;

/**
 * Format-preserving encryption of accession and visit numbers: FF1 (NIST SP 800-38G) with AES-256 over 40 symbols. Plain
 * numbers use {@code 0-9A-Z/-._}; printed pseudonyms use {@code 0-9A-Z~-._}, the same positions with the slash replaced, so
 * that they fit value representation SH (PS3.5 6.2) and stand in a URL path unescaped (RFC 3986 section 2.3). Thread-safe.
 */
public final class NumberCipher {
    /** SP 800-38G requires radix^minlen of at least 1,000,000: 40^4 is 2,560,000, 40^3 is 64,000. */
    public static final int MIN_SYMBOLS = 4;

    /** What value representation SH holds. */
    public static final int MAX_SYMBOLS = 16;

    private static final String PLAIN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/-._";
    private static final String PRINTED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ~-._";
    private static final int RADIX = PLAIN.length();
    private static final byte[] PLAIN_POSITIONS = positions(PLAIN);
    private static final byte[] PRINTED_POSITIONS = positions(PRINTED);

    private final KeyParameter key;

    /** Copies the key, which has 32 bytes. */
    public NumberCipher(byte[] key) {
        this.key = new KeyParameter(key);
    }

    /** Empty where the number is too short, too long, or has a symbol outside the 40. */
    public Optional<String> encrypt(NumberKind kind, String issuer, String number) {
        return apply(true, kind, issuer, number, PLAIN_POSITIONS, PRINTED);
    }

    /** The inverse; empty where the text cannot be a result of {@link #encrypt}. */
    public Optional<String> decrypt(NumberKind kind, String issuer, String pseudonym) {
        return apply(false, kind, issuer, pseudonym, PRINTED_POSITIONS, PLAIN);
    }

    private Optional<String> apply(
            boolean encrypt, NumberKind kind, String issuer, String text, byte[] from, String to) {
        int length = text.length();
        if (length < MIN_SYMBOLS || length > MAX_SYMBOLS) {
            return Optional.empty();
        }
        byte[] symbols = new byte[length];
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int symbol = c < from.length ? from[c] : -1;
            if (symbol < 0) {
                return Optional.empty();
            }
            symbols[i] = (byte) symbol;
        }
        FPEFF1Engine engine = new FPEFF1Engine();
        engine.init(encrypt, new FPEParameters(key, RADIX, tweak(kind, issuer)));
        byte[] result = new byte[length];
        engine.processBlock(symbols, 0, length, result, 0);
        StringBuilder printed = new StringBuilder(length);
        for (byte symbol : result) {
            printed.append(to.charAt(symbol));
        }
        return Optional.of(printed.toString());
    }

    /** The kind's label, a zero byte, the issuer: no label holds a zero byte. */
    private static byte[] tweak(NumberKind kind, String issuer) {
        return (kind.label() + '\0' + issuer).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] positions(String alphabet) {
        byte[] positions = new byte[128];
        Arrays.fill(positions, (byte) -1);
        for (int i = 0; i < alphabet.length(); i++) {
            positions[alphabet.charAt(i)] = (byte) i;
        }
        return positions;
    }
}
