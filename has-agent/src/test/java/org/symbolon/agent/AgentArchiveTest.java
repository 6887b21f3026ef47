package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;

class AgentArchiveTest {
    @TempDir
    private Path temporary = Path.of("");

    private Path source = Path.of("");
    private Path folder = Path.of("");
    private Path out = Path.of("");
    private TestDataCentre centre;

    @BeforeEach
    void setUp() throws IOException {
        source = temporary.resolve("source");
        folder = TestAgent.newFolder(temporary.resolve("agent"));
        out = temporary.resolve("out");
        centre = TestDataCentre.start(temporary.resolve("centre"));
    }

    @AfterEach
    void tearDown() {
        centre.close();
    }

    private ArchiveSummary archive(Agent agent) throws IOException {
        return agent.archive(List.of(source), ArchiveOptions.defaults(), ArchiveListener.NONE);
    }

    @Test
    void everyFileIsConfirmedAndComesBackIdentical() throws IOException {
        TestObjects.writeAll(source, 40);
        List<String> told = new ArrayList<>();
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            ArchiveSummary summary = archive(agent);
            assertThat(summary.complete()).isTrue();
            assertThat(summary.instances()).isEqualTo(new FileCounts(40, 40, 40, List.of()));
            assertThat(centre.files()).hasSize(40);
            RetrieveSummary home = agent.retrieve(RetrieveQuery.everything(), out, new RetrieveListener() {
                @Override
                public void progress(RetrieveProgress progress) {}

                @Override
                public void restored(Path file, String originalSha256) {
                    told.add(originalSha256);
                }
            });
            assertThat(home.complete()).isTrue();
            assertThat(home.restored()).isEqualTo(40);
        }
        assertThat(TestAgent.digests(out)).isEqualTo(TestAgent.digests(source));
        assertThat(told).containsExactlyInAnyOrderElementsOf(TestAgent.digests(source));
        assertThat(TestAgent.files(folder.resolve("outbox/staged"), folder.resolve("spool")))
                .isEmpty();
    }

    @Test
    void accessionBringsItsStudyHomeUnderItsOriginalUids() throws IOException {
        TestObjects.writeAll(source, 30);
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            archive(agent);
            RetrieveSummary home =
                    agent.retrieve(RetrieveQuery.accession(TestObjects.accession(1)), out, RetrieveListener.NONE);
            assertThat(home.restored()).isEqualTo(TestObjects.PER_STUDY);
            RetrieveSummary again =
                    agent.retrieve(RetrieveQuery.accession(TestObjects.accession(1)), out, RetrieveListener.NONE);
            assertThat(again).isEqualTo(home);
        }
        assertThat(out.resolve(TestObjects.UID_ROOT + ".1.1")
                        .resolve(TestObjects.UID_ROOT + ".2.1")
                        .resolve(TestObjects.sopUid(10) + ".dcm"))
                .exists();
        assertThat(TestAgent.files(out)).hasSize(TestObjects.PER_STUDY);
    }

    @Test
    void archivingAgainSendsNothing() throws IOException {
        TestObjects.writeAll(source, 12);
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            archive(agent);
            int stores = centre.stores();
            assertThat(archive(agent).instances().confirmed()).isEqualTo(12);
            assertThat(centre.stores()).isEqualTo(stores);
            assertThat(agent.status().confirmed()).isEqualTo(12);
        }
    }

    @Test
    void originalsThatShareTheirAnonymousHalfOrTheirUidAllComeBack() throws IOException {
        Path one = TestObjects.write(source, 0);
        byte[] bytes = Files.readAllBytes(one);
        bytes[5] = 'p'; // another preamble: the anonymous half is the same
        Files.write(source.resolve("preamble"), bytes);
        DataSet other = TestObjects.dataSet(0);
        other.putBytes(Tags.PixelData, Vr.OW, new byte[512]);
        TestObjects.write(source.resolve("conflict"), 0, other);
        Files.copy(one, source.resolve("copy"));
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            assertThat(archive(agent).instances()).isEqualTo(new FileCounts(4, 4, 4, List.of()));
            assertThat(centre.files()).hasSize(2);
            RetrieveSummary home = agent.retrieve(RetrieveQuery.everything(), out, RetrieveListener.NONE);
            assertThat(home.complete()).isTrue();
        }
        assertThat(TestAgent.digests(out))
                .isEqualTo(TestAgent.digests(source).stream().distinct().toList());
    }

    @Test
    void badFilesAreKeptAsideOnceAndTheRestGoesOn() throws IOException {
        TestObjects.writeAll(source, 3);
        Files.write(source.resolve("empty"), new byte[0]);
        Files.writeString(source.resolve("note.txt"), "a letter about somebody\n");
        Files.write(source.resolve("noise"), new byte[] {0, 1, 2, 3, 0, 0, 0, 1, 0, 9, 9, 9});
        byte[] whole = Files.readAllBytes(TestObjects.write(temporary.resolve("x"), 4));
        Files.write(source.resolve("cut"), Arrays.copyOf(whole, whole.length - 1000));
        DataSet without = TestObjects.dataSet(5);
        without.remove(Tags.SeriesInstanceUID);
        TestObjects.write(source.resolve("no-series"), 4, without);
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            ArchiveSummary summary = archive(agent);
            assertThat(summary.instances().confirmed()).isEqualTo(3);
            List<ErrorCode> codes = new ArrayList<>();
            summary.instances().rejected().forEach(file -> codes.add(file.code()));
            summary.documents().rejected().forEach(file -> codes.add(file.code()));
            assertThat(codes)
                    .containsExactlyInAnyOrder(
                            ErrorCode.EMPTY_FILE,
                            ErrorCode.UNSUPPORTED_FORMAT,
                            ErrorCode.NOT_DICOM,
                            ErrorCode.TRUNCATED,
                            ErrorCode.MISSING_UID);
            archive(agent);
            assertThat(agent.quarantine()).hasSize(5);
            assertThat(TestAgent.files(folder.resolve("quarantine"))).hasSize(5);
            long id = agent.quarantine().get(0).id();
            agent.removeQuarantined(id);
            assertThat(agent.quarantine()).hasSize(4).noneMatch(entry -> entry.id() == id);
            assertThat(TestAgent.files(folder.resolve("quarantine"))).hasSize(4);
        }
    }

    @Test
    void queueStaysWhileTheDataCentreIsDownAndDrainsWhenItIsBack() throws Exception {
        TestObjects.writeAll(source, 25);
        centre.down();
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            ArchiveSummary queued =
                    agent.archive(List.of(source), new ArchiveOptions(Duration.ofMillis(300)), ArchiveListener.NONE);
            assertThat(queued.complete()).isFalse();
            assertThat(queued.instances().archived()).isEqualTo(25);
            AgentStatus status = agent.status();
            assertThat(status.queued()).isEqualTo(25);
            assertThat(status.dataCentreReachable()).isFalse();
            assertThat(status.dataCentreProblem()).contains("UNREACHABLE");
            assertThat(status.oldestQueued()).isNotNull();
        }
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            CompletableFuture<Boolean> up = CompletableFuture.supplyAsync(() -> {
                try {
                    Thread.sleep(700);
                    centre.up();
                    return true;
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(archive(agent).complete()).isTrue();
            assertThat(up.get()).isTrue();
            assertThat(agent.status().dataCentreReachable()).isTrue();
        }
        assertThat(centre.files()).hasSize(25);
    }

    @Test
    void refusedObjectGoesToQuarantineAndCanBeRetried() throws IOException {
        TestObjects.writeAll(source, 2);
        centre.answerWith(0xC001);
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            ArchiveSummary refused = archive(agent);
            assertThat(refused.instances().rejected())
                    .extracting(RejectedFile::code)
                    .containsExactly(ErrorCode.NOT_DEIDENTIFIED, ErrorCode.NOT_DEIDENTIFIED);
            assertThat(archive(agent).instances().rejected()).hasSize(2);
            assertThat(agent.status().refused()).isEqualTo(2);
            centre.answerWith(0);
            for (QuarantineEntry entry : agent.quarantine()) {
                agent.retryQuarantined(entry.id());
            }
            assertThat(archive(agent).complete()).isTrue();
            assertThat(agent.quarantine()).isEmpty();
            assertThat(TestAgent.files(folder.resolve("quarantine"))).isEmpty();
        }
    }

    @Test
    void passingTroubleOfTheDataCentreIsWaitedOut() throws Exception {
        TestObjects.writeAll(source, 5);
        centre.answerWith(0xA700);
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            agent.archive(List.of(source), new ArchiveOptions(Duration.ofMillis(500)), ArchiveListener.NONE);
            assertThat(agent.quarantine()).isEmpty();
            centre.answerWith(0);
            assertThat(archive(agent).complete()).isTrue();
        }
    }

    @Test
    void secondAgentIsKeptOutOfTheFolder() throws IOException {
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            assertThat(agent.status().queued()).isZero();
            assertThatThrownBy(() -> TestAgent.open(folder, centre.port())).hasMessageContaining("Another agent");
        }
    }

    @Test
    void watchedFolderIsEmptiedIntoTheArchive() throws Exception {
        Path watched = Files.createDirectories(temporary.resolve("watched"));
        Map<String, String> more = Map.of(
                "intake.folder",
                watched.toString(),
                "intake.folder.done",
                temporary.resolve("done").toString(),
                "intake.folder.stable",
                "100ms",
                "intake.folder.poll",
                "50ms");
        try (Secret password = Secret.of(TestAgent.PASSWORD);
                Agent agent = Agent.open(TestAgent.settings(folder, centre.port(), more), password)) {
            agent.startIntake();
            TestObjects.writeAll(watched, 4);
            Files.writeString(watched.resolve("note.txt"), "text");
            TestAgent.await(() ->
                    agent.status().confirmed() == 4 && TestAgent.files(watched).isEmpty());
            assertThat(agent.quarantine()).hasSize(1);
            assertThat(TestAgent.files(temporary.resolve("done"))).hasSize(5);
        }
    }
}
