package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.Secret;

/** Ten kills at seeded moments of an archive command: the end state is that of a run that nobody killed. */
class AgentKillIT {
    private static final long SEED = 20260401;
    private static final int KILLS = 10;
    private static final int OBJECTS = 120;
    private static final int RECORDS = 60;
    private static final int INTAKE_KILLS = 4;

    @TempDir
    private Path temporary = Path.of("");

    private Path source = Path.of("");
    private Path folder = Path.of("");
    private Path passwordFile = Path.of("");
    private TestDataCentre centre;
    private TestRecordCentre records;

    @BeforeEach
    void setUp() throws IOException {
        source = temporary.resolve("source");
        folder = TestAgent.newFolder(temporary.resolve("agent"));
        passwordFile = Files.writeString(temporary.resolve("password"), TestAgent.PASSWORD + "\n");
        centre = TestDataCentre.start(temporary.resolve("centre"));
        records = TestRecordCentre.start(null);
        TestObjects.writeAll(source, OBJECTS);
        TestRecords.writeAll(source.resolve("records"), RECORDS);
        Files.writeString(source.resolve("note.txt"), "text");
        Files.write(source.resolve("empty"), new byte[0]);
    }

    @AfterEach
    void tearDown() {
        centre.close();
        records.close();
    }

    @Test
    void killsAtAnyMomentLoseNothingAndDoubleNothing() throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            int step = (OBJECTS + RECORDS) / KILLS;
            archiveAndKill(kill * step + random.nextInt(step), random.nextInt(30));
        }
        try (AgentProcess process = start()) {
            try (AgentClient client = AgentClient.connect(folder)) {
                ArchiveSummary summary =
                        client.archive(List.of(source), ArchiveOptions.defaults(), ArchiveListener.NONE);
                assertThat(summary.complete()).isTrue();
                assertThat(summary.instances()).isEqualTo(new FileCounts(OBJECTS, OBJECTS, OBJECTS, List.of()));
                assertThat(summary.documents().confirmed()).isEqualTo(RECORDS);
                assertThat(client.quarantine()).hasSize(2);
                AgentStatus status = client.status();
                assertThat(status.confirmed()).isEqualTo(OBJECTS + RECORDS);
                assertThat(status.documents()).isEqualTo(new DocumentCounts(0, RECORDS, 0));
                assertThat(status.queued() + status.sent() + status.received()).isZero();
                RetrieveSummary home =
                        client.retrieve(RetrieveQuery.everything(), temporary.resolve("out"), RetrieveListener.NONE);
                assertThat(home.complete()).isTrue();
                assertThat(home.restored()).isEqualTo(OBJECTS + RECORDS);
                assertThat(home.restoredDocuments()).isEqualTo(RECORDS);
            }
            assertThat(process.stop()).isEqualTo(143);
        }
        assertThat(centre.files()).hasSize(OBJECTS);
        assertThat(records.stored()).hasSize(RECORDS);
        assertThat(TestAgent.files(folder.resolve("outbox/staged"), folder.resolve("spool")))
                .isEmpty();
        assertThat(TestAgent.files(folder.resolve("quarantine"))).hasSize(2);
        Files.delete(source.resolve("note.txt"));
        Files.delete(source.resolve("empty"));
        assertThat(TestAgent.digests(temporary.resolve("out"))).isEqualTo(TestAgent.digests(source));
        try (Secret password = Secret.of(TestAgent.PASSWORD);
                Keystore keystore = Keystore.open(folder.resolve("keystore.p12"), password);
                Crosswalk crosswalk = Crosswalk.open(folder.resolve("crosswalk"), keystore)) {
            assertThat(crosswalk.counts().halves()).isEqualTo(OBJECTS + RECORDS);
        }
    }

    @Test
    void whatAModalityWasToldIsStoredSurvivesKills() throws Exception {
        Random random = new Random(SEED);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < INTAKE_KILLS; kill++) {
            try (AgentProcess process = start()) {
                killLater(process, 200 + random.nextInt(1500));
                sendUntilItDies(process, kill * 1000, acknowledged);
                process.kill();
            }
        }
        try (AgentProcess process = start();
                AgentClient client = AgentClient.connect(folder)) {
            TestAgent.await(() -> {
                AgentStatus status = client.status();
                return status.received() + status.queued() + status.sent() == 0;
            });
            RetrieveSummary home =
                    client.retrieve(RetrieveQuery.everything(), temporary.resolve("out"), RetrieveListener.NONE);
            assertThat(home.complete()).isTrue();
            assertThat(process.stop()).isEqualTo(143);
        }
        assertThat(acknowledged).isNotEmpty();
        assertThat(TestAgent.files(temporary.resolve("out")))
                .extracting(file -> String.valueOf(file.getFileName()).replace(".dcm", ""))
                .doesNotHaveDuplicates()
                .containsAll(acknowledged);
    }

    @Test
    void whatASenderWasToldIsAcceptedSurvivesKills() throws Exception {
        Random random = new Random(SEED);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < INTAKE_KILLS; kill++) {
            try (AgentProcess process = start()) {
                killLater(process, 200 + random.nextInt(1500));
                sendMessagesUntilItDies(process, kill * 10_000, acknowledged);
                process.kill();
            }
        }
        try (AgentProcess process = start();
                AgentClient client = AgentClient.connect(folder)) {
            TestAgent.await(() -> {
                AgentStatus status = client.status();
                return status.received() + status.queued() + status.sent() == 0;
            });
            assertThat(client.quarantine()).isEmpty();
            assertThat(client.retrieve(RetrieveQuery.everything(), temporary.resolve("out"), RetrieveListener.NONE)
                            .complete())
                    .isTrue();
            assertThat(process.stop()).isEqualTo(143);
        }
        Set<String> restored = new HashSet<>();
        for (Path file : TestAgent.files(temporary.resolve("out"))) {
            assertThat(restored.add(Files.readString(file).split("\\|", -1)[9]))
                    .as("each once")
                    .isTrue();
        }
        assertThat(acknowledged).isNotEmpty();
        assertThat(restored).containsAll(acknowledged);
        assertThat(TestAgent.files(folder.resolve("outbox/staged"), folder.resolve("spool")))
                .isEmpty();
    }

    private static void sendMessagesUntilItDies(AgentProcess process, int first, Set<String> acknowledged) {
        try (MllpPeer peer = MllpPeer.connect(process.mllpPort())) {
            for (int i = first; i < first + 10_000; i++) {
                String answer = peer.ask(TestRecords.message(i));
                if (answer.isEmpty()) {
                    return;
                }
                assertThat(answer).contains("MSA|AA|MSG" + i);
                acknowledged.add("MSG" + i);
            }
        } catch (IOException e) {
            assertThat(e).isInstanceOf(SocketException.class);
        }
    }

    private AgentProcess start() throws IOException {
        return AgentProcess.start(folder, passwordFile, centre.port(), records.port());
    }

    private static void sendUntilItDies(AgentProcess process, int first, Set<String> acknowledged) {
        String syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
        List<ProposedContext> contexts = List.of(
                ProposedContext.asScu(Uids.CTImageStorage, syntax), ProposedContext.asScu(Uids.MRImageStorage, syntax));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), process.intakePort());
        try (AssociationRequester association = AssociationRequester.connect(
                address, "MODALITY", "SYMBOLON", contexts, null, NetworkOptions.defaults())) {
            for (int i = first; i < first + 1000; i++) {
                DataSet set = TestObjects.dataSet(i);
                byte[] bytes = DataSetWriter.toBytes(set, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                StoreResponse response = association.store(
                        set.string(Tags.SOPClassUID), TestObjects.sopUid(i), syntax, DataSetSource.ofBytes(bytes));
                assertThat(response.status()).isZero();
                acknowledged.add(TestObjects.sopUid(i));
            }
        } catch (IOException e) {
            assertThat(e).isInstanceOf(DicomNetworkException.class);
        }
    }

    /** Kills the agent some milliseconds after so many files were done. */
    private void archiveAndKill(int afterFiles, int afterMillis) throws Exception {
        try (AgentProcess process = start();
                AgentClient client = AgentClient.connect(folder)) {
            AtomicBoolean killed = new AtomicBoolean();
            try {
                client.archive(List.of(source), ArchiveOptions.defaults(), new ArchiveListener() {
                    private int files;

                    @Override
                    public void progress(ArchiveProgress progress) {}

                    @Override
                    public void archived(Path file, String originalSha256) {
                        files++;
                        if (files >= afterFiles && killed.compareAndSet(false, true)) {
                            killLater(process, afterMillis);
                        }
                    }
                });
            } catch (IOException e) {
                assertThat(killed).isTrue();
            }
            process.kill();
        }
    }

    private static void killLater(AgentProcess process, int afterMillis) {
        new Thread(() -> {
                    try {
                        Thread.sleep(afterMillis);
                        process.kill();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }
}
