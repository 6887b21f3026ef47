package org.symbolon.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.symbolon.model.Secret;
import org.symbolon.model.TlsSettings;

/**
 * An authority, a server, a client that is known, one that is not ("stranger"), and one of another authority ("outsider"),
 * as PEM for DCMTK and as PKCS#12 for us; made by openssl and keytool.
 */
public final class TestCertificates {
    public static final String PASSWORD = "test-only";
    public static final String CLIENT_SUBJECT = "CN=agent.vilnius.example,O=Vilnius,C=LT";

    private final Path folder;

    private TestCertificates(Path folder) {
        this.folder = folder;
    }

    public static TestCertificates create(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        TestCertificates made = new TestCertificates(folder);
        made.authority("ca");
        made.authority("otherca");
        made.signed("server", "/CN=localhost", "ca");
        made.signed("client", "/C=LT/O=Vilnius/CN=agent.vilnius.example", "ca");
        made.signed("stranger", "/C=LT/O=Vilnius/CN=stranger", "ca");
        made.signed("outsider", "/C=LT/O=Vilnius/CN=agent.vilnius.example", "otherca");
        made.run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                "ca.pem",
                "-keystore",
                "trust.p12",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        return made;
    }

    /** server, client, stranger or outsider. */
    public TlsSettings tls(String name) {
        return new TlsSettings(keyStore(name), Secret.of(PASSWORD), folder.resolve("trust.p12"), Secret.of(PASSWORD));
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

    public Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    public Path key(String name) {
        return folder.resolve(name + ".key");
    }

    private void authority(String name) throws IOException, InterruptedException {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=test " + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem");
    }

    private void signed(String name, String subject, String authority) throws IOException, InterruptedException {
        run(
                "openssl",
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                subject,
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr");
        run(
                "openssl",
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                authority + ".pem",
                "-CAkey",
                authority + ".key",
                "-CAcreateserial",
                "-days",
                "2",
                "-out",
                name + ".pem");
        run(
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
                "pass:" + PASSWORD);
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("tools.log").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command[0] + " failed: " + Files.readString(folder.resolve("tools.log")));
        }
    }
}
