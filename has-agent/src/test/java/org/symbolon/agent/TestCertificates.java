package org.symbolon.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.symbolon.model.Secret;
import org.symbolon.model.TlsSettings;

/** Self-signed certificates of a data centre and an agent that trust each other, made with the JDK's keytool. */
record TestCertificates(Path folder) {
    static final String PASSWORD = "changeit";

    static TestCertificates create(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        TestCertificates certificates = new TestCertificates(folder);
        for (String name : List.of("centre", "agent")) {
            keytool(
                    List.of(
                            "-genkeypair",
                            "-alias",
                            name,
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-validity",
                            "9",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1"),
                    folder.resolve(name + ".p12"));
            keytool(
                    List.of("-exportcert", "-rfc", "-alias", name, "-file", folder.resolve(name + ".pem") + ""),
                    folder.resolve(name + ".p12"));
            keytool(
                    List.of("-importcert", "-noprompt", "-alias", name, "-file", folder.resolve(name + ".pem") + ""),
                    folder.resolve("trust.p12"));
        }
        return certificates;
    }

    private static void keytool(List<String> arguments, Path store) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
    }

    SSLContext centre() {
        try (Secret password = Secret.of(PASSWORD)) {
            return new TlsSettings(folder.resolve("centre.p12"), password, folder.resolve("trust.p12"), password)
                    .sslContext();
        }
    }
}
