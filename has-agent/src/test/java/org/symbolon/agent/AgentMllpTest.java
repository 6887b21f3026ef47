package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.TlsSettings;

/** Messages over MLLP, from peers of every temper. */
class AgentMllpTest {
    @TempDir
    private Path temporary = Path.of("");

    private Path folder = Path.of("");
    private TestRecordCentre records;

    @BeforeEach
    void setUp() throws IOException {
        folder = TestAgent.newFolder(temporary.resolve("agent"));
        records = TestRecordCentre.start(null);
    }

    @AfterEach
    void tearDown() {
        records.close();
    }

    private Agent start(Map<String, String> more) throws IOException {
        Map<String, String> settings =
                new HashMap<>(Map.of("data-centre.records.port", Integer.toString(records.port())));
        settings.putAll(more);
        try (Secret password = Secret.of(TestAgent.PASSWORD)) {
            Agent agent = Agent.open(TestAgent.settings(folder, 1, settings), password);
            agent.startIntake();
            return agent;
        }
    }

    private static int port(Agent agent) {
        return Objects.requireNonNull(agent.mllpAddress()).getPort();
    }

    private static String[] fields(String answer, String segment) {
        for (String line : answer.split("\r")) {
            if (line.startsWith(segment)) {
                return line.split("\\|", -1);
            }
        }
        return new String[0];
    }

    private static void awaitConfirmed(Agent agent, int count) throws IOException, InterruptedException {
        TestAgent.await(
                () -> agent.status().confirmed() == count && agent.status().received() == 0);
    }

    @Test
    void acknowledgedMessagesReachTheDataCentreAndComeHome() throws Exception {
        try (Agent agent = start(Map.of());
                MllpPeer peer = MllpPeer.connect(port(agent));
                LogCapture log = new LogCapture()) {
            for (int i = 0; i < 10; i++) {
                String answer = peer.ask(TestRecords.message(i));
                String[] header = fields(answer, "MSH");
                assertThat(header).startsWith("MSH", "^~\\&", "ARCHIVE", "HOSPITAL", "HIS", "CLINIC");
                assertThat(header[8]).isEqualTo("ACK^R01^ACK");
                assertThat(header[10]).isEqualTo("P");
                assertThat(header[11]).isEqualTo("2.5");
                assertThat(fields(answer, "MSA")).containsExactly("MSA", "AA", "MSG" + i);
                assertThat(answer).doesNotContain("ERR", TestRecords.SURNAME);
            }
            awaitConfirmed(agent, 10);
            RetrieveSummary home = agent.retrieve(
                    RetrieveQuery.visit(TestRecords.visit(4)), temporary.resolve("out"), RetrieveListener.NONE);
            assertThat(home.restoredDocuments()).isEqualTo(1);
            assertThat(log.text()).doesNotContain(TestRecords.SURNAME, "VIS0", "MSG4");
        }
        assertThat(Files.readString(temporary.resolve("out/records/00001_hl7v2.hl7")))
                .isEqualTo(TestRecords.message(4));
        assertThat(TestAgent.files(folder.resolve("spool"), folder.resolve("outbox/staged")))
                .isEmpty();
    }

    @Test
    void messageSentAgainIsAcknowledgedAndChangesNothing() throws Exception {
        try (Agent agent = start(Map.of());
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            assertThat(peer.ask(TestRecords.message(1))).contains("MSA|AA|MSG1");
            awaitConfirmed(agent, 1);
            assertThat(peer.ask(TestRecords.message(1))).contains("MSA|AA|MSG1");
            TestAgent.await(() -> agent.status().received() == 0);
            assertThat(agent.status().confirmed()).isEqualTo(1);
        }
        assertThat(records.posts()).isEqualTo(1);
    }

    @Test
    void acknowledgedMessageIsOnDiskThoughTheDataCentreIsDown() throws Exception {
        records.down();
        try (Agent agent = start(Map.of());
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            assertThat(peer.ask(TestRecords.message(1))).contains("MSA|AA|MSG1");
        }
        records.up();
        try (Agent agent = start(Map.of())) {
            awaitConfirmed(agent, 1);
        }
    }

    @Test
    void enhancedModeIsAnsweredAsItAsks() throws Exception {
        try (Agent agent = start(Map.of());
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            assertThat(peer.ask(TestRecords.message(1, "A", Map.of(15, "AL", 16, "NE"))))
                    .contains("MSA|CA|A");
            assertThat(peer.ask(TestRecords.message(1, "B", Map.of(15, "NE", 16, "AL"))))
                    .contains("MSA|AA|B");
            peer.send(TestRecords.message(1, "C", Map.of(15, "NE", 16, "NE")));
            peer.send(TestRecords.message(1, "D", Map.of(15, "ER", 16, "NE")));
            assertThat(peer.ask(TestRecords.message(1, "E", Map.of(15, "SU")))).contains("MSA|CA|E");
            awaitConfirmed(agent, 5);
        }
    }

    @Test
    void messageThatCannotBeReadIsRefusedWithItsCodeAndKept() throws Exception {
        String broken = "MSH|^^\\&|HIS|CLINIC|ARCHIVE|HOSPITAL|2021||ORU^R01|X77|P|2.5\r" + "PID|1||secret\r";
        try (Agent agent = start(Map.of());
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            String answer = peer.ask(broken);
            assertThat(fields(answer, "MSA")).startsWith("MSA", "AE", "X77");
            assertThat(answer).doesNotContain("secret");
            ErrorCode code = ErrorCode.valueOf(fields(answer, "ERR")[5]);
            assertThat(code.kind()).isEqualTo(ErrorCode.Kind.MALFORMED_INPUT);
            assertThat(agent.quarantine()).extracting(QuarantineEntry::code).containsExactly(code);
            assertThat(peer.ask(TestRecords.message(2))).contains("MSA|AA|MSG2");
            awaitConfirmed(agent, 1);
        }
    }

    @Test
    void frameWithoutMessageIsRefusedAndThePeerMayGoOn() throws Exception {
        try (Agent agent = start(Map.of());
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            assertThat(peer.ask("hello")).contains("MSA|AE|", "UNSUPPORTED_FORMAT");
            assertThat(peer.ask("")).contains("MSA|AE|");
            assertThat(peer.ask("MSH|" + "x".repeat(20_000))).contains("MSA|AE|");
            assertThat(peer.ask(TestRecords.message(2))).contains("MSA|AA|MSG2");
            assertThat(agent.quarantine()).isEmpty();
        }
    }

    @Test
    void peerOfAnotherProtocolIsCutOff() throws Exception {
        try (Agent agent = start(Map.of());
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            peer.raw("GET / HTTP/1.1\r\n\r\n");
            assertThat(peer.answer()).contains("MSA|AR|", "PROTOCOL_VIOLATION");
            assertThat(peer.isCutOff()).isTrue();
            assertThat(TestAgent.files(folder.resolve("spool"))).isEmpty();
        }
    }

    @Test
    void messageAtTheLimitIsTakenAndOnePastItIsRefused() throws Exception {
        String head = TestRecords.message(3) + "NTE|1||";
        int limit = 64 << 10;
        try (Agent agent = start(Map.of("records.max-bytes", "64KB"));
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            assertThat(peer.ask(head + "x".repeat(limit - head.length()))).contains("MSA|AA|MSG3");
            assertThat(peer.ask(head + "x".repeat(limit - head.length() + 1)))
                    .contains("MSA|AE|MSG3|LIMIT_EXCEEDED", "|LIMIT_EXCEEDED");
            assertThat(peer.ask(head + "x".repeat(8 << 20))).contains("MSA|AE|MSG3");
            assertThat(peer.ask(TestRecords.message(2))).contains("MSA|AA|MSG2");
            awaitConfirmed(agent, 2);
        }
    }

    @Test
    void slowPeersAreCutOffAndOthersAreServedMeanwhile() throws Exception {
        Map<String, String> quick = Map.of("intake.mllp.message-timeout", "700ms", "intake.mllp.idle-timeout", "700ms");
        try (Agent agent = start(quick);
                MllpPeer slow = MllpPeer.connect(port(agent));
                MllpPeer silent = MllpPeer.connect(port(agent));
                MllpPeer good = MllpPeer.connect(port(agent))) {
            slow.raw("\u000bMSH|^~\\&|HIS");
            long end = System.nanoTime() + 400_000_000L;
            while (System.nanoTime() < end) {
                slow.raw("x");
                assertThat(good.ask(TestRecords.message(1))).contains("MSA|AA|");
                Thread.sleep(50);
            }
            assertThat(slow.isCutOff()).isTrue();
            assertThat(silent.isCutOff()).isTrue();
            TestAgent.await(() -> TestAgent.files(folder.resolve("spool")).isEmpty());
        }
    }

    @Test
    void peerThatLeavesWithinAMessageLeavesNothing() throws Exception {
        try (Agent agent = start(Map.of())) {
            try (MllpPeer peer = MllpPeer.connect(port(agent))) {
                peer.raw("\u000b" + TestRecords.message(1));
            }
            try (MllpPeer peer = MllpPeer.connect(port(agent))) {
                peer.raw("\u000b" + TestRecords.message(1) + "\u001c");
            }
            try (MllpPeer peer = MllpPeer.connect(port(agent))) {
                assertThat(peer.ask(TestRecords.message(2))).contains("MSA|AA|MSG2");
            }
            awaitConfirmed(agent, 1);
            TestAgent.await(() -> TestAgent.files(folder.resolve("spool")).isEmpty());
        }
    }

    @Test
    void framesInPiecesAndSeveralAtOnceAreToldApart() throws Exception {
        String two = "\u000b" + TestRecords.message(1) + "\u001c\r\r\n\u000b" + TestRecords.message(2) + "\u001c\r";
        try (Agent agent = start(Map.of());
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            peer.raw(two);
            assertThat(peer.answer()).contains("MSA|AA|MSG1");
            assertThat(peer.answer()).contains("MSA|AA|MSG2");
            String frame = "\u000b" + TestRecords.message(3) + "\u001c\r";
            for (int i = 0; i < frame.length(); i += 97) {
                peer.raw(frame.substring(i, Math.min(frame.length(), i + 97)));
            }
            assertThat(peer.answer()).contains("MSA|AA|MSG3");
            awaitConfirmed(agent, 3);
        }
    }

    @Test
    void connectionsAreBoundedAndSilentOnesMakeRoom() throws Exception {
        List<MllpPeer> peers = new ArrayList<>();
        try (Agent agent = start(Map.of("intake.mllp.max-connections", "2"))) {
            for (int i = 0; i < 4; i++) {
                MllpPeer peer = MllpPeer.connect(port(agent));
                peers.add(peer);
                assertThat(peer.ask(TestRecords.message(i))).contains("MSA|AA|");
            }
            assertThat(peers.get(0).isCutOff()).isTrue();
            assertThat(peers.get(1).isCutOff()).isTrue();
            TestAgent.await(() -> TestAgent.files(folder.resolve("spool")).isEmpty());
            peers.get(2).raw("\u000bMSH|");
            peers.get(3).raw("\u000bMSH|");
            TestAgent.await(() -> TestAgent.files(folder.resolve("spool")).stream()
                            .filter(file -> file.toString().endsWith(".hl7"))
                            .count()
                    >= 2);
            try (MllpPeer further = MllpPeer.connect(port(agent))) {
                assertThat(further.isCutOff()).isTrue();
            }
        } finally {
            for (MllpPeer peer : peers) {
                peer.close();
            }
        }
    }

    @Test
    void charactersOfTheMessageStayWhatTheyAre() throws Exception {
        Charset latin2 = Charset.forName("ISO-8859-2");
        String message = TestRecords.message(1, "Łódź-1", Map.of(18, "8859/2", 3, "Szpital Łódź"))
                .replace("Nodule", "Guz płuca");
        try (Agent agent = start(Map.of());
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            peer.raw("\u000b" + message + "\u001c\r", latin2);
            String answer = new String(peer.answer().getBytes(StandardCharsets.ISO_8859_1), latin2);
            assertThat(fields(answer, "MSA")).containsExactly("MSA", "AA", "Łódź-1");
            assertThat(fields(answer, "MSH")[4]).isEqualTo("Szpital Łódź");
            assertThat(fields(answer, "MSH")[17]).isEqualTo("8859/2");
            awaitConfirmed(agent, 1);
            agent.retrieve(RetrieveQuery.everything(), temporary.resolve("out"), RetrieveListener.NONE);
        }
        assertThat(Files.readAllBytes(temporary.resolve("out/records/00001_hl7v2.hl7")))
                .isEqualTo(message.getBytes(latin2));
    }

    @Test
    void fullDiskIsToldAndTheSenderKeepsItsMessage() throws Exception {
        try (Agent agent = start(Map.of("intake.min-free", "100000GB"));
                MllpPeer peer = MllpPeer.connect(port(agent))) {
            assertThat(peer.ask(TestRecords.message(1))).contains("MSA|AR|MSG1|OUT_OF_RESOURCES");
            assertThat(agent.status().received()).isZero();
        }
    }

    @Test
    void mutualTlsIsSpokenIfConfigured() throws Exception {
        TestCertificates certificates = TestCertificates.create(temporary.resolve("keys"));
        String password = certificates.folder().resolve("password").toString();
        Map<String, String> tls = Map.of(
                "intake.mllp.tls",
                "true",
                "intake.mllp.tls.keystore",
                certificates.folder().resolve("agent.p12").toString(),
                "intake.mllp.tls.truststore",
                certificates.folder().resolve("trust.p12").toString(),
                "intake.mllp.tls.keystore-password-file",
                password,
                "intake.mllp.tls.truststore-password-file",
                password);
        SSLContext stranger = SSLContext.getInstance("TLS");
        try (Agent agent = start(tls);
                Secret secret = Secret.of(TestCertificates.PASSWORD)) {
            TlsSettings settings = new TlsSettings(
                    certificates.folder().resolve("centre.p12"),
                    secret,
                    certificates.folder().resolve("trust.p12"),
                    secret);
            try (MllpPeer peer =
                    new MllpPeer(settings.sslContext().getSocketFactory().createSocket("127.0.0.1", port(agent)))) {
                assertThat(peer.ask(TestRecords.message(1))).contains("MSA|AA|MSG1");
            }
            stranger.init(null, null, null);
            try (MllpPeer peer = new MllpPeer(stranger.getSocketFactory().createSocket("127.0.0.1", port(agent)))) {
                assertThatThrownBy(() -> peer.ask(TestRecords.message(2))).isInstanceOf(SSLException.class);
            }
            awaitConfirmed(agent, 1);
        }
    }

    @Test
    void switchedOffItDoesNotListen() throws Exception {
        try (Agent agent = start(Map.of("intake.mllp", "false"))) {
            assertThat(agent.mllpAddress()).isNull();
        }
    }
}
