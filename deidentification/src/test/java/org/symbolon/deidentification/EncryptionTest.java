package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.encryption.EncryptedAttributes;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Originals that travel with the object, for one recipient (PS3.15 E.1.1). */
class EncryptionTest {
    private static final int KEY_BITS = 2048;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theRecipientReadsTheOriginalsAndTheHalvesStillFit() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair keys = generator.generateKeyPair();
        X509Certificate certificate = certificate(keys);
        DeidentifierOptions options =
                DeidentifierOptions.of("clinic").withTemporaryFolder(folder).withEncryptionRecipient(certificate);
        try (Hospital hospital = new Hospital(folder)) {
            Deidentifier deidentifier = new Deidentifier(Profiles.byName("basic"), hospital.crosswalk(), options);
            for (TransferSyntax syntax : new TransferSyntax[] {
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN
            }) {
                Path original = SampleObject.write(
                        folder.resolve("o.dcm"), SampleObject.dataSet(), syntax, SequenceLengths.DEFINED);
                Path anonymous = folder.resolve("a.dcm");
                Path back = folder.resolve("b.dcm");
                try (DeidentifiedObject object = deidentifier.deidentify(original)) {
                    object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
                    new Reidentifier().personalise(anonymous, object.identityHalf(), back);
                }

                assertThat(Files.mismatch(original, back)).isEqualTo(-1);
                DataSet sealed = SampleObject.read(anonymous)
                        .sequence(Tags.EncryptedAttributesSequence)
                        .get(0);
                assertThat(sealed.string(Tags.EncryptedContentTransferSyntaxUID))
                        .isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid());
                byte[] opened =
                        EncryptedAttributes.open(sealed.bytes(Tags.EncryptedContent), keys.getPrivate(), certificate);
                DataSet modified = DataSet.read(DataSetReader.of(
                                opened, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReaderOptions.defaults()))
                        .sequence(Tags.ModifiedAttributesSequence)
                        .get(0);
                assertThat(modified.string(Tags.PatientID)).isEqualTo("PID4711");
                assertThat(modified.string(Tags.StudyInstanceUID)).isEqualTo(SampleObject.STUDY);
                assertThat(modified.contains(Tags.Rows)).isFalse();
            }
            assertThatExceptionOfType(SymbolonException.class)
                    .isThrownBy(() -> new Deidentifier(Profiles.byName("wcpt"), hospital.crosswalk(), options))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
        }
    }

    private static X509Certificate certificate(KeyPair keys) throws Exception {
        X500Name name = new X500Name("CN=Recipient");
        Date from = Date.from(Instant.now().minus(Duration.ofHours(1)));
        Date until = Date.from(Instant.now().plus(Duration.ofDays(1)));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, until, name, keys.getPublic())
                                .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
    }
}
