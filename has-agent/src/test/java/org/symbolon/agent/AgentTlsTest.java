package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ServerOptions;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;
import org.symbolon.model.Secret;

class AgentTlsTest {
    @TempDir
    private Path temporary = Path.of("");

    private Agent open(Path folder, int port, Map<String, String> tls) throws Exception {
        try (Secret password = Secret.of(TestAgent.PASSWORD)) {
            return Agent.open(TestAgent.settings(folder, port, tls), password);
        }
    }

    private static Map<String, String> stores(String prefix, String keyStore, Path folder) {
        return new HashMap<>(Map.of(
                prefix + "keystore", folder.resolve(keyStore).toString(),
                prefix + "truststore", folder.resolve("trust.p12").toString(),
                prefix + "keystore-password-file", folder.resolve("password").toString(),
                prefix + "truststore-password-file", folder.resolve("password").toString()));
    }

    @Test
    void archivesAndRetrievesOverMutualTls() throws Exception {
        TestCertificates certificates = TestCertificates.create(temporary.resolve("keys"));
        Path source = temporary.resolve("source");
        TestObjects.writeAll(source, 20);
        Path folder = TestAgent.newFolder(temporary.resolve("agent"));
        ServerOptions options =
                ServerOptions.tls(certificates.centre(), ClientCertificates.REQUIRED, NetworkOptions.defaults());
        TestRecords.writeAll(source, 4);
        Map<String, String> tls = stores("tls.", "agent.p12", certificates.folder());
        tls.put("data-centre.tls", "true");
        try (TestDataCentre centre = TestDataCentre.start(temporary.resolve("centre"), options);
                TestRecordCentre records = TestRecordCentre.start(certificates.centre());
                Agent agent = open(folder, centre.port(), with(tls, records))) {
            assertThat(agent.archive(List.of(source), ArchiveOptions.defaults(), ArchiveListener.NONE)
                            .complete())
                    .isTrue();
            assertThat(agent.status().dataCentreReachable()).isTrue();
            assertThat(agent.status().recordsReachable()).isTrue();
            assertThat(agent.retrieve(RetrieveQuery.everything(), temporary.resolve("out"), RetrieveListener.NONE)
                            .restored())
                    .isEqualTo(24);
        }
        assertThat(TestAgent.digests(temporary.resolve("out"))).isEqualTo(TestAgent.digests(source));
    }

    private static Map<String, String> with(Map<String, String> settings, TestRecordCentre records) {
        settings.put("data-centre.records.port", Integer.toString(records.port()));
        return settings;
    }

    @Test
    void recordsGoOnlyToAPeerWhoseCertificateIsTrustedAndWhoseNameFitsIfAskedFor() throws Exception {
        TestCertificates certificates = TestCertificates.create(temporary.resolve("keys"));
        TestCertificates others = TestCertificates.create(temporary.resolve("other-keys"));
        Path folder = TestAgent.newFolder(temporary.resolve("agent"));
        Map<String, String> tls = stores("tls.", "agent.p12", certificates.folder());
        tls.put("data-centre.tls", "true");
        try (TestRecordCentre records = TestRecordCentre.start(certificates.centre());
                TestRecordCentre stranger = TestRecordCentre.start(others.centre())) {
            tls.put("data-centre.records.host", "127.0.0.2");
            assertThat(recordsProblem(folder, with(tls, records))).isEmpty();
            tls.put("data-centre.check-host-name", "true");
            assertThat(recordsProblem(folder, tls)).contains("SSLHandshakeException");
            tls.put("data-centre.records.host", "localhost");
            assertThat(recordsProblem(folder, tls)).isEmpty();
            tls.put("data-centre.check-host-name", "false");
            assertThat(recordsProblem(folder, with(tls, stranger))).contains("SSLHandshakeException");
        }
    }

    private String recordsProblem(Path folder, Map<String, String> settings) throws Exception {
        try (Agent agent = open(folder, 1, settings)) {
            return agent.status().recordsProblem();
        }
    }

    @Test
    void plainAgentIsNotServedByTlsDataCentreAndKeepsItsQueue() throws Exception {
        TestCertificates certificates = TestCertificates.create(temporary.resolve("keys"));
        Path source = temporary.resolve("source");
        TestObjects.writeAll(source, 2);
        Path folder = TestAgent.newFolder(temporary.resolve("agent"));
        ServerOptions options =
                ServerOptions.tls(certificates.centre(), ClientCertificates.REQUIRED, NetworkOptions.defaults());
        try (TestDataCentre centre = TestDataCentre.start(temporary.resolve("centre"), options);
                Agent agent = open(folder, centre.port(), Map.of("network.association-timeout", "1s"))) {
            agent.archive(List.of(source), new ArchiveOptions(Duration.ofMillis(500)), ArchiveListener.NONE);
            assertThat(agent.status().queued()).isEqualTo(2);
            assertThat(agent.status().dataCentreReachable()).isFalse();
            assertThat(centre.files()).isEmpty();
        }
    }
}
