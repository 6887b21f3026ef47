package org.symbolon.crosswalk.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.crosswalk.NumberKind;

class NumberCipherTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/-._";
    private final NumberCipher cipher = new NumberCipher(new byte[32]);

    /** NIST's FF1 samples 7 and 9 (AES-256, radix 10 without tweak; radix 36 with tweak). */
    @Test
    void theLibraryAgreesWithNist() {
        byte[] key = HexFormat.of().parseHex("2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94");
        assertThat(ff1(key, 10, new byte[0], "0123456789")).isEqualTo("6657667009");
        assertThat(ff1(key, 36, HexFormat.of().parseHex("3737373770717273373737"), "0123456789abcdefghi"))
                .isEqualTo("xs8a0azh2avyalyzuwd");
    }

    private static String ff1(byte[] key, int radix, byte[] tweak, String text) {
        FPEFF1Engine engine = new FPEFF1Engine();
        engine.init(true, new FPEParameters(new KeyParameter(key), radix, tweak));
        byte[] symbols = new byte[text.length()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = (byte) Character.digit(text.charAt(i), radix);
        }
        byte[] result = new byte[symbols.length];
        engine.processBlock(symbols, 0, symbols.length, result, 0);
        StringBuilder printed = new StringBuilder();
        for (byte symbol : result) {
            printed.append(Character.forDigit(symbol, radix));
        }
        return printed.toString();
    }

    @Test
    void everyNumberComesBackAndFitsItsField() {
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            String number = random(random, 4 + random.nextInt(13));
            String issuer = i % 3 == 0 ? "" : "clinic " + i % 7;
            String pseudonym =
                    cipher.encrypt(NumberKind.ACCESSION, issuer, number).orElseThrow();
            assertThat(pseudonym).hasSameSizeAs(number).matches("[0-9A-Z~._-]+");
            assertThat(cipher.decrypt(NumberKind.ACCESSION, issuer, pseudonym)).hasValue(number);
        }
    }

    @Test
    void differentNumbersStayDifferent() {
        Set<String> pseudonyms = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            pseudonyms.add(cipher.encrypt(NumberKind.VISIT, "a", String.format("%04d", i))
                    .orElseThrow());
        }
        assertThat(pseudonyms).hasSize(10_000);
    }

    @Test
    void kindAndIssuerMakeDifferentPseudonyms() {
        assertThat(Set.of(
                        cipher.encrypt(NumberKind.ACCESSION, "", "A1234567").orElseThrow(),
                        cipher.encrypt(NumberKind.ACCESSION, "a", "A1234567").orElseThrow(),
                        cipher.encrypt(NumberKind.ACCESSION, "b", "A1234567").orElseThrow(),
                        cipher.encrypt(NumberKind.VISIT, "a", "A1234567").orElseThrow()))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345678901234567", "a1234567", "1234 5678", "12345ž", "1234\\5678", "1234~5"})
    void leavesToTokensWhatItCannotServe(String number) {
        assertThat(cipher.encrypt(NumberKind.ACCESSION, "", number)).isEmpty();
    }

    @Test
    void aTokenIsNoPseudonymOfItsOwn() {
        assertThat(cipher.decrypt(NumberKind.ACCESSION, "", "t0123456789abcde")).isEmpty();
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
