package org.symbolon.recordreceiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.symbolon.model.Secret;
import org.symbolon.model.TlsSettings;

/**
 * Key stores made with openssl: {@code server}, {@code client} of an organisation, {@code stranger} that is trusted but of no
 * organisation, {@code outsider} whom nobody trusts.
 */
public final class TestStores {
    public static final String PASSWORD = "stores";

    private final Path folder;

    private TestStores(Path folder) {
        this.folder = folder;
    }

    public static TestStores create(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        TestStores stores = new TestStores(Files.createDirectories(folder));
        for (String name : List.of("server", "client", "stranger", "outsider")) {
            stores.make(name);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        CertificateFactory certificates = CertificateFactory.getInstance("X.509");
        for (String name : List.of("server", "client", "stranger")) {
            try (InputStream pem = Files.newInputStream(folder.resolve(name + ".pem"))) {
                trusted.setCertificateEntry(name, certificates.generateCertificate(pem));
            }
        }
        try (OutputStream out = Files.newOutputStream(stores.trustStore())) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        Files.writeString(folder.resolve("password"), PASSWORD);
        return stores;
    }

    public TlsSettings tls(String name) {
        return new TlsSettings(keyStore(name), Secret.of(PASSWORD), trustStore(), Secret.of(PASSWORD));
    }

    public Path keyStore(String name) {
        return folder.resolve(name + ".p12");
    }

    public Path trustStore() {
        return folder.resolve("trust.p12");
    }

    public Path passwordFile() {
        return folder.resolve("password");
    }

    private void make(String name) throws IOException, InterruptedException {
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem"));
        run(List.of(
                "openssl",
                "pkcs12",
                "-export",
                "-in",
                name + ".pem",
                "-inkey",
                name + ".key",
                "-name",
                name,
                "-out",
                name + ".p12",
                "-passout",
                "pass:" + PASSWORD));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("tools.log").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("openssl failed: " + Files.readString(folder.resolve("tools.log")));
        }
    }
}
