package org.symbolon.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

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

    /** For a client that trusts the server and has no certificate. */
    SSLContext nobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust("server"), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Like {@link #client}, and counts how often it checks a server's certificate. */
    SSLContext countingClient(AtomicInteger checks) {
        try {
            X509TrustManager plain = (X509TrustManager) trust("server")[0];
            X509TrustManager counting = new X509TrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
                    plain.checkClientTrusted(chain, type);
                }

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
                    checks.incrementAndGet();
                    plain.checkServerTrusted(chain, type);
                }

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return plain.getAcceptedIssuers();
                }
            };
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys("client"), new TrustManager[] {counting}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
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
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(self), trust(trusted), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyManager[] keys(String self) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(folder.resolve(self + ".p12")), PASSWORD);
        return keys.getKeyManagers();
    }

    private TrustManager[] trust(String trusted) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry(
                trusted, load(folder.resolve(trusted + ".p12")).getCertificate(trusted));
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trust);
        return trustManagers.getTrustManagers();
    }

    private static TestCertificates make() {
        try {
            Path folder = Files.createTempDirectory("dicom-net-certificates");
            List<Process> making = List.of(
                    make(folder, "server", "RSA", "dns:localhost,ip:127.0.0.1"),
                    make(folder, "client", "EC", "dns:client.example"),
                    make(folder, "stranger", "EC", "dns:stranger.example"),
                    make(folder, "other", "EC", "dns:other.example"));
            for (Process keytool : making) {
                if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                    throw new IllegalStateException("keytool failed");
                }
            }
            for (String name : List.of("server", "client", "stranger", "other")) {
                writePems(folder, name);
            }
            return new TestCertificates(folder);
        } catch (GeneralSecurityException | IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process make(Path folder, String name, String algorithm, String alternativeNames)
            throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                algorithm,
                "-keysize",
                algorithm.equals("RSA") ? "2048" : "256",
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
                folder.resolve(name + ".p12").toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void writePems(Path folder, String name) throws GeneralSecurityException, IOException {
        KeyStore keys = load(folder.resolve(name + ".p12"));
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
