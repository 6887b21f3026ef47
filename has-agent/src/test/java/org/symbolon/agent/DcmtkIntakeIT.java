package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.Secret;

/** DCMTK's echoscu and storescu, plain and with TLS, against the agent's intake. */
class DcmtkIntakeIT {
    private static final int OBJECTS = 8;

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void echoscuAndStorescuPlainAndWithTls() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/storescu")), "DCMTK is not installed (package dcmtk)");
        TestCertificates certificates = TestCertificates.create(temporary.resolve("keys"));
        Path keys = certificates.folder();
        Files.writeString(keys.resolve("agent-key.pem"), pem(keys.resolve("agent.p12")));
        Path folder = TestAgent.newFolder(temporary.resolve("agent"));
        Map<String, String> settings = new HashMap<>(Map.of(
                "intake.tls.port", "0",
                "intake.tls.keystore", keys.resolve("centre.p12").toString(),
                "intake.tls.truststore", keys.resolve("trust.p12").toString(),
                "intake.tls.keystore-password-file", keys.resolve("password").toString(),
                "intake.tls.truststore-password-file", keys.resolve("password").toString()));
        List<Path> files = TestObjects.writeAll(temporary.resolve("source"), OBJECTS);
        try (TestDataCentre centre = TestDataCentre.start(temporary.resolve("centre"));
                Secret password = Secret.of(TestAgent.PASSWORD);
                Agent agent = Agent.open(TestAgent.settings(folder, centre.port(), settings), password)) {
            agent.startIntake();
            String plain = Objects.requireNonNull(agent.plainAddress()).getPort() + "";
            String secure = Objects.requireNonNull(agent.tlsAddress()).getPort() + "";
            List<String> tls = List.of(
                    "+tls",
                    keys.resolve("agent-key.pem") + "",
                    keys.resolve("agent.pem") + "",
                    "+cf",
                    keys.resolve("centre.pem") + "");
            assertThat(run("echoscu", List.of(), plain, List.of())).isZero();
            assertThat(run("echoscu", tls, secure, List.of())).isZero();
            assertThat(run("echoscu", List.of("+tla", "-ic"), secure, List.of()))
                    .isNotZero();
            for (int i = 0; i < OBJECTS; i++) {
                boolean overTls = i % 2 == 1;
                List<String> options = new ArrayList<>(overTls ? tls : List.of());
                options.add(propose(i));
                assertThat(run("storescu", options, overTls ? secure : plain, List.of(files.get(i) + "")))
                        .isZero();
            }
            TestAgent.await(() -> agent.status().confirmed() == OBJECTS);
            assertThat(agent.quarantine()).isEmpty();
        }
    }

    /** The option that makes storescu propose the file's own transfer syntax. */
    private static String propose(int number) {
        return switch (TestObjects.syntax(number).uid()) {
            case "1.2.840.10008.1.2" -> "-xi";
            case "1.2.840.10008.1.2.2" -> "-xb";
            case "1.2.840.10008.1.2.1.99" -> "-xd";
            default -> "-xe";
        };
    }

    private static int run(String tool, List<String> options, String port, List<String> files)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool));
        command.addAll(options);
        command.addAll(List.of("127.0.0.1", port));
        command.addAll(files);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("TCP_NODELAY", "1");
        return builder.start().waitFor();
    }

    private static String pem(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, TestCertificates.PASSWORD.toCharArray());
        }
        byte[] key =
                keys.getKey("agent", TestCertificates.PASSWORD.toCharArray()).getEncoded();
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key);
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }
}
