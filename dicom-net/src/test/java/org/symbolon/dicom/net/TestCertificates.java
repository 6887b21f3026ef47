package org.symbolon.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Self-signed certificates for localhost and for a client, made once per JVM with the JDK's keytool. */
final class TestCertificates {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final TestCertificates INSTANCE = make();

    private final Path folder;

    private TestCertificates(Path folder) {
        this.folder = folder;
    }

    static TestCertificates instance() {
        return INSTANCE;
    }

    /** For a server on localhost that trusts the client. */
    SSLContext server() {
        return context("server", "client");
    }

    /** For a client that trusts the server. */
    SSLContext client() {
        return context("client", "server");
    }

    /** For a client whom the server does not trust. */
    SSLContext stranger() {
        return context("stranger", "server");
    }

    /** For a server that the client trusts, but whose certificate names another host. */
    SSLContext serverOfOtherName() {
        return context("other", "client");
    }

    /** For a client that trusts the server of the other name. */
    SSLContext clientOfOtherName() {
        return context("client", "other");
    }

    /** The certificate as PEM. */
    Path certificate(String name) {
        return folder.resolve(name + ".pem");
    }

    /** The unencrypted private key as PKCS#8 PEM. */
    Path key(String name) {
        return folder.resolve(name + ".key");
    }

    private SSLContext context(String self, String trusted) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(folder.resolve(self + ".p12")), PASSWORD);
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(
                    trusted, load(folder.resolve(trusted + ".p12")).getCertificate(trusted));
            TrustManagerFactory trustManagers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trustManagers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestCertificates make() {
        try {
            Path folder = Files.createTempDirectory("dicom-net-certificates");
            make(folder, "server", "dns:localhost,ip:127.0.0.1");
            make(folder, "client", "dns:client.example");
            make(folder, "stranger", "dns:stranger.example");
            make(folder, "other", "dns:other.example");
            return new TestCertificates(folder);
        } catch (GeneralSecurityException | IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path folder, String name, String alternativeNames)
            throws GeneralSecurityException, IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-dname",
                "CN=" + name + ", O=Test",
                "-ext",
                "san=" + alternativeNames,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString());
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        KeyStore keys = load(store);
        PrivateKey key = (PrivateKey) Objects.requireNonNull(keys.getKey(name, PASSWORD));
        writePem(folder.resolve(name + ".key"), "PRIVATE KEY", key.getEncoded());
        writePem(
                folder.resolve(name + ".pem"),
                "CERTIFICATE",
                keys.getCertificate(name).getEncoded());
    }

    private static void writePem(Path file, String label, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }

    private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
