package org.symbolon.deidentification.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What is sealed here opens here and with OpenSSL, for its recipient and nobody else. */
class EncryptedAttributesTest {
    private static final byte[] DATA_SET =
            "an encoded data set with Plantedname^Given".getBytes(StandardCharsets.US_ASCII);

    private static KeyPair keys;
    private static X509Certificate certificate;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void makeCertificate() throws Exception {
        keys = pair("RSA", 2048);
        certificate = certificate(keys, "SHA256withRSA", Instant.now().plus(Duration.ofDays(1)));
    }

    @Test
    void opensForItsRecipient() {
        byte[] sealed = EncryptedAttributes.seal(DATA_SET, certificate);
        assertThat(sealed.length % 2).isZero();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Plantedname");
        assertThat(EncryptedAttributes.open(sealed, keys.getPrivate(), certificate))
                .isEqualTo(DATA_SET);
        assertThat(EncryptedAttributes.seal(DATA_SET, certificate)).isNotEqualTo(sealed);
    }

    @Test
    void everyLengthComesBackPaddedOrNot() {
        Random random = new Random(3);
        for (int length = 0; length < 40; length++) {
            byte[] dataSet = new byte[length];
            random.nextBytes(dataSet);
            byte[] sealed = EncryptedAttributes.seal(dataSet, certificate);
            assertThat(sealed.length % 2).isZero();
            assertThat(EncryptedAttributes.open(sealed, keys.getPrivate(), certificate))
                    .isEqualTo(dataSet);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 384, 521})
    void opensForTheHolderOfAKeyOfAnEllipticCurve(int bits) throws Exception {
        KeyPair elliptic = pair("EC", bits);
        X509Certificate recipient =
                certificate(elliptic, "SHA256withECDSA", Instant.now().plus(Duration.ofDays(1)));
        byte[] sealed = EncryptedAttributes.seal(DATA_SET, recipient);
        assertThat(sealed.length % 2).isZero();
        assertThat(EncryptedAttributes.open(sealed, elliptic.getPrivate(), recipient))
                .isEqualTo(DATA_SET);
        assertFails(
                ErrorCode.WRONG_KEY,
                () -> EncryptedAttributes.open(sealed, pair("EC", bits).getPrivate(), recipient));
        assertFails(ErrorCode.WRONG_KEY, () -> EncryptedAttributes.open(sealed, keys.getPrivate(), recipient));
        assertFails(ErrorCode.WRONG_KEY, () -> EncryptedAttributes.open(sealed, keys.getPrivate(), certificate));
        opensWithOpenSsl(elliptic, recipient);
    }

    @Test
    void opensWithOpenSsl() throws IOException, InterruptedException {
        opensWithOpenSsl(keys, certificate);
    }

    private void opensWithOpenSsl(KeyPair pair, X509Certificate recipient) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "skipped: openssl is not installed");
        Path sealed = Files.write(folder.resolve("sealed"), EncryptedAttributes.seal(DATA_SET, recipient));
        Path key = Files.writeString(
                folder.resolve("key.pem"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Path opened = folder.resolve("opened");
        Process process = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "cms",
                        "-decrypt",
                        "-inform",
                        "DER",
                        "-in",
                        sealed.toString(),
                        "-inkey",
                        key.toString(),
                        "-out",
                        opened.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("said")))
                .isZero();
        assertThat(Files.readAllBytes(opened)).isEqualTo(DATA_SET);
    }

    @Test
    void opensForNobodyElse() throws Exception {
        byte[] sealed = EncryptedAttributes.seal(DATA_SET, certificate);
        KeyPair others = pair("RSA", 2048);
        X509Certificate another =
                certificate(others, "SHA256withRSA", Instant.now().plus(Duration.ofDays(1)));
        assertFails(ErrorCode.WRONG_KEY, () -> EncryptedAttributes.open(sealed, others.getPrivate(), another));
        assertFails(ErrorCode.WRONG_KEY, () -> EncryptedAttributes.open(sealed, others.getPrivate(), certificate));
    }

    @Test
    void whatIsNoEnvelopeIsRefused() {
        assertFails(ErrorCode.DAMAGED, () -> EncryptedAttributes.open(new byte[0], keys.getPrivate(), certificate));
        assertFails(ErrorCode.DAMAGED, () -> EncryptedAttributes.open(DATA_SET, keys.getPrivate(), certificate));
        byte[] sealed = EncryptedAttributes.seal(DATA_SET, certificate);
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            byte[] bad = sealed.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                EncryptedAttributes.open(bad, keys.getPrivate(), certificate);
            } catch (SymbolonException e) {
                assertThat(e.code()).isIn(ErrorCode.DAMAGED, ErrorCode.WRONG_KEY);
            }
        }
    }

    @Test
    void unsuitableCertificatesAreRefused() throws Exception {
        X509Certificate expired =
                certificate(keys, "SHA256withRSA", Instant.now().minus(Duration.ofHours(1)));
        X509Certificate weak =
                certificate(pair("RSA", 1024), "SHA256withRSA", Instant.now().plus(Duration.ofDays(1)));
        X509Certificate edwards =
                certificate(pair("Ed25519", 255), "Ed25519", Instant.now().plus(Duration.ofDays(1)));
        for (X509Certificate unsuitable : new X509Certificate[] {expired, weak, edwards}) {
            assertFails(ErrorCode.CONFIGURATION, () -> EncryptedAttributes.seal(DATA_SET, unsuitable));
        }
        byte[] tooLong = new byte[EncryptedAttributes.MAX_DATA_SET_BYTES + 1];
        assertFails(ErrorCode.LIMIT_EXCEEDED, () -> EncryptedAttributes.seal(tooLong, certificate));
    }

    private static KeyPair pair(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(KeyPair pair, String algorithm, Instant until) throws Exception {
        X500Name name = new X500Name("CN=Recipient of encrypted attributes");
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                new BigInteger(64, new Random(pair.hashCode())),
                                Date.from(Instant.now().minus(Duration.ofDays(2))),
                                Date.from(until),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
