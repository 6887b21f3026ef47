package org.symbolon.launcher.certificates;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.symbolon.model.Secret;

/**
 * A certificate authority that lives as long as this object: its private key is never written. It issues EC P-256
 * certificates for TLS servers and clients, good for two years, as PKCS#12 key stores and PEM files (the latter for peers
 * such as DCMTK). Not thread-safe.
 */
public final class TrialAuthority {
    private static final Duration LIFETIME = Duration.ofDays(730);

    private final SecureRandom random = new SecureRandom();
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final X500Name name;

    public TrialAuthority(String commonName) {
        try {
            this.keys = newKeys();
            this.name = new X500Name("CN=" + commonName);
            JcaX509v3CertificateBuilder builder = builder(name, keys);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            this.certificate = sign(builder);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("This Java has no EC keys", e);
        }
    }

    /** Writes {@code NAME.p12}, {@code NAME-key.pem} and {@code NAME-certificate.pem}; an existing file is replaced. */
    public void issue(String commonName, String host, Path folder, String fileName, Secret password)
            throws IOException {
        try {
            KeyPair subjectKeys = newKeys();
            JcaX509v3CertificateBuilder builder = builder(new X500Name("CN=" + commonName), subjectKeys);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
            }));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, host), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
            X509Certificate issued = sign(builder);
            KeyStore store = emptyStore();
            char[] characters = password.copy();
            store.setKeyEntry(fileName, subjectKeys.getPrivate(), characters, new Certificate[] {issued, certificate});
            Arrays.fill(characters, '\0');
            save(store, folder.resolve(fileName + ".p12"), password);
            writePrivate(
                    folder.resolve(fileName + "-key.pem"),
                    pem("PRIVATE KEY", subjectKeys.getPrivate().getEncoded()));
            writePrivate(folder.resolve(fileName + "-certificate.pem"), pem("CERTIFICATE", issued.getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("The certificate cannot be made", e);
        }
    }

    /** Writes {@code truststore.p12} and {@code authority.pem}, which hold the authority's certificate only. */
    public void writeTrust(Path folder, Secret password) throws IOException {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", certificate);
            save(store, folder.resolve("truststore.p12"), password);
            writePrivate(folder.resolve("authority.pem"), pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException("The trust store cannot be made", e);
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair subjectKeys) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, random),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(LIFETIME)),
                subject,
                subjectKeys.getPublic());
    }

    private X509Certificate sign(JcaX509v3CertificateBuilder builder)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void save(KeyStore store, Path file, Secret password) throws GeneralSecurityException, IOException {
        PrivateFiles.create(file);
        char[] characters = password.copy();
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static void writePrivate(Path file, String text) throws IOException {
        PrivateFiles.create(file);
        Files.writeString(file, text);
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
