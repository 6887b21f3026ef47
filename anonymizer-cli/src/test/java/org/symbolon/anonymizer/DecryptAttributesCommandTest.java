package org.symbolon.anonymizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;

/** Originals that travel in the object come back with the recipient's key, and with nothing else. */
class DecryptAttributesCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLineRun commands;

    @BeforeEach
    void makeKeystore() throws Exception {
        commands = new CommandLineRun(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void theRecipientGetsTheOriginals(String algorithm) throws Exception {
        makeRecipient("one", algorithm, "");
        makeRecipient("two", algorithm, "");
        Path original = encrypted(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);

        assertThat(decrypt("one")).as(commands.errors()).isZero();
        List<Path> written = CommandLineRun.files(folder.resolve("back"));
        assertThat(written).containsExactly(folder.resolve("back/1.2.3.1/1.2.3.2/1.2.3.3.dcm"));
        assertThat(Files.mismatch(original, written.get(0)))
                .as("the profile changes nothing that is not encrypted")
                .isEqualTo(-1);

        assertThat(decrypt("two")).isEqualTo(1);
        assertThat(commands.errors()).contains("WRONG_KEY").contains("another certificate");
        assertThat(decryptWith("two.key", "one.pem")).isEqualTo(1);
        assertThat(CommandLineRun.files(folder.resolve("back"))).hasSize(1);
        assertThat(commands.errors()).contains("WRONG_KEY").doesNotContain("4711");
    }

    private Path encrypted(TransferSyntax syntax) throws Exception {
        Path original = Samples.write(folder.resolve("in/a.dcm"), "1.2.3.3", syntax, SequenceLengths.DEFINED);
        int exit = commands.anonymize(
                folder.resolve("in"), "--out", commands.path("out"), "--encrypt-to", commands.path("one.pem"));
        assertThat(exit).as(commands.errors()).isZero();
        return original;
    }

    @Test
    void pixelsAndWhatWasNotEncryptedStayAndTheMarksGo() throws Exception {
        makeRecipient("one", "EC", "");
        encrypted(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertThat(decrypt("one")).as(commands.errors()).isZero();
        DataSet copy = DicomFile.open(
                        CommandLineRun.files(folder.resolve("back")).get(0))
                .dataSet(ReaderOptions.defaults());
        assertThat(copy.string(Tags.PatientName)).isEqualTo("M\u00FCster^Max");
        assertThat(copy.sequence(Tags.RequestAttributesSequence).get(1).string(Tags.PatientName))
                .isEqualTo("Nested^Nora");
        assertThat(copy.bytes(Tags.PixelData)).containsExactly(1, 2, 3, 4);
        assertThat(copy.contains(Tags.EncryptedAttributesSequence)).isFalse();
        assertThat(copy.contains(Tags.PatientIdentityRemoved)).isFalse();
    }

    @Test
    void aKeyMayHaveAPassword() throws Exception {
        makeRecipient("one", "RSA", "open sesame");
        encrypted(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Files.writeString(folder.resolve("right"), "open sesame\n");
        Files.writeString(folder.resolve("wrong"), "open barley\n");
        assertThat(decrypt("one")).isEqualTo(77);
        assertThat(commands.errors()).contains("give its password");
        assertThat(decrypt("one", "--key-password-file", commands.path("wrong")))
                .isEqualTo(77);
        assertThat(folder.resolve("back")).doesNotExist();
        assertThat(decrypt("one", "--key-password-file", commands.path("right")))
                .as(commands.errors())
                .isZero();
    }

    @Test
    void whatIsNoKeyOrHasNoEncryptedAttributesIsRefused() throws Exception {
        makeRecipient("one", "RSA", "");
        Samples.write(
                folder.resolve("out/plain.dcm"),
                "1.2.3.3",
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                SequenceLengths.DEFINED);
        assertThat(decrypt("one")).isEqualTo(1);
        assertThat(commands.errors()).contains("NOT_FOUND").contains("(0400,0500)");
        assertThat(decryptWith("one.pem", "one.pem")).isEqualTo(78);
        assertThat(commands.errors()).contains("holds no private key");
        assertThat(decryptWith("one.key", "one.key")).isEqualTo(78);
        assertThat(commands.errors()).contains("holds no X.509 certificate");
        assertThat(CommandLineRun.files(folder.resolve("back"))).isEmpty();
    }

    private int decrypt(String recipient, String... more) {
        return decryptWith(recipient + ".key", recipient + ".pem", more);
    }

    private int decryptWith(String key, String certificate, String... more) {
        String[] arguments = {
            "decrypt-attributes",
            commands.path("out"),
            "--out",
            commands.path("back"),
            "--key",
            commands.path(key),
            "--cert",
            commands.path(certificate)
        };
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return commands.run(all);
    }

    private void makeRecipient(String name, String algorithm, String password) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else {
            generator.initialize(2048);
        }
        KeyPair pair = generator.generateKeyPair();
        X500Name subject = new X500Name("CN=" + name);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.ONE,
                Date.from(Instant.now().minus(Duration.ofHours(1))),
                Date.from(Instant.now().plus(Duration.ofDays(1))),
                subject,
                pair.getPublic());
        String signature = algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        write(name + ".pem", builder.build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
        OutputEncryptor encryptor = password.isEmpty()
                ? null
                : new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                        .setProvider(new BouncyCastleProvider())
                        .setPassword(password.toCharArray())
                        .build();
        write(name + ".key", new JcaPKCS8Generator(pair.getPrivate(), encryptor).generate());
    }

    private void write(String file, Object content) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter out = new JcaPEMWriter(text)) {
            out.writeObject(content);
        }
        Files.writeString(folder.resolve(file), text.toString());
    }
}
