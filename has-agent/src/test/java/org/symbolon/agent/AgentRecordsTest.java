package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.agent.TestRecordCentre.Script;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

/** Textual records from a folder to the data centre and back. */
class AgentRecordsTest {
    private static final int RECORDS = 12;

    @TempDir
    private Path temporary = Path.of("");

    private Path source = Path.of("");
    private Path folder = Path.of("");
    private Path out = Path.of("");
    private TestDataCentre images;
    private TestRecordCentre records;

    @BeforeEach
    void setUp() throws IOException {
        source = temporary.resolve("source");
        folder = TestAgent.newFolder(temporary.resolve("agent"));
        out = temporary.resolve("out");
        images = TestDataCentre.start(temporary.resolve("centre"));
        records = TestRecordCentre.start(null);
    }

    @AfterEach
    void tearDown() {
        images.close();
        records.close();
    }

    private Agent open(Map<String, String> more) throws IOException {
        Map<String, String> settings =
                new HashMap<>(Map.of("data-centre.records.port", Integer.toString(records.port())));
        settings.putAll(more);
        try (Secret password = Secret.of(TestAgent.PASSWORD)) {
            return Agent.open(TestAgent.settings(folder, images.port(), settings), password);
        }
    }

    private ArchiveSummary archive(Agent agent, Duration patience) throws IOException {
        return agent.archive(List.of(source), new ArchiveOptions(patience), ArchiveListener.NONE);
    }

    private ArchiveSummary archive(Agent agent) throws IOException {
        return archive(agent, Duration.ofSeconds(20));
    }

    @Test
    void recordsAndImagesAreConfirmedAndComeBackIdentical() throws IOException {
        TestRecords.writeAll(source, RECORDS);
        TestObjects.writeAll(source, 10);
        List<String> told = new ArrayList<>();
        try (Agent agent = open(Map.of());
                LogCapture log = new LogCapture()) {
            ArchiveSummary summary = archive(agent);
            assertThat(summary.instances()).isEqualTo(new FileCounts(10, 10, 10, List.of()));
            assertThat(summary.documents()).isEqualTo(new FileCounts(RECORDS, RECORDS, RECORDS, List.of()));
            assertThat(summary.complete()).isTrue();
            assertThat(agent.status().documents()).isEqualTo(new DocumentCounts(0, RECORDS, 0));
            assertThat(agent.status().confirmed()).isEqualTo(RECORDS + 10);
            assertThat(agent.status().recordsReachable()).isTrue();
            RetrieveSummary home = agent.retrieve(RetrieveQuery.everything(), out, new RetrieveListener() {
                @Override
                public void progress(RetrieveProgress progress) {}

                @Override
                public void restored(Path file, String originalSha256) {
                    assertThat(TestAgent.digest(file)).isEqualTo(originalSha256);
                    told.add(originalSha256);
                }
            });
            assertThat(home.complete()).isTrue();
            assertThat(home.expectedDocuments()).isEqualTo(RECORDS);
            assertThat(home.restoredDocuments()).isEqualTo(RECORDS);
            assertThat(agent.retrieve(RetrieveQuery.everything(), out, RetrieveListener.NONE))
                    .isEqualTo(home);
            assertThat(log.text()).doesNotContain(TestRecords.SURNAME, TestRecords.STREET, "VIS0", "report0");
        }
        assertThat(TestAgent.digests(out)).isEqualTo(TestAgent.digests(source));
        assertThat(told).containsExactlyInAnyOrderElementsOf(TestAgent.digests(source));
        assertThat(TestAgent.files(folder.resolve("outbox/staged"), folder.resolve("spool")))
                .isEmpty();
    }

    @Test
    void dataCentreGetsMediaTypeAndDocumentIdAndNoIdentity() throws IOException {
        TestRecords.writeAll(source, 2);
        try (Agent agent = open(Map.of())) {
            assertThat(archive(agent).complete()).isTrue();
        }
        assertThat(records.stored().values())
                .extracting(TestRecordCentre.Stored::mediaType)
                .containsExactlyInAnyOrder("application/hl7-v2", "application/cda+xml");
        assertThat(records.stored().values()).allSatisfy(stored -> {
            assertThat(stored.documentId()).matches("[0-9a-f]{32}|[0-9a-f]{64}");
            assertThat(stored.text())
                    .doesNotContain(TestRecords.SURNAME, TestRecords.STREET, TestObjects.PATIENT_ID, "VIS0", "ACC0");
        });
    }

    @Test
    void archivingAgainSendsNothing() throws IOException {
        TestRecords.writeAll(source, 4);
        try (Agent agent = open(Map.of())) {
            archive(agent);
            assertThat(archive(agent).documents().confirmed()).isEqualTo(4);
            assertThat(records.posts()).isEqualTo(4);
        }
    }

    @Test
    void accessionVisitAndPatientBringWhatBelongsToThem() throws IOException {
        TestRecords.writeAll(source, 4);
        TestObjects.writeAll(source, 30);
        try (Agent agent = open(Map.of())) {
            assertThat(archive(agent).complete()).isTrue();
            RetrieveSummary accession =
                    agent.retrieve(RetrieveQuery.accession(TestObjects.accession(2)), out, RetrieveListener.NONE);
            assertThat(accession.expectedDocuments()).isEqualTo(1);
            assertThat(accession.restored()).isEqualTo(1 + TestObjects.PER_STUDY);
            Path visited = temporary.resolve("visited");
            RetrieveSummary visit =
                    agent.retrieve(RetrieveQuery.visit(TestRecords.visit(0)), visited, RetrieveListener.NONE);
            assertThat(visit.complete()).isTrue();
            assertThat(visit.restoredDocuments()).isEqualTo(1);
            assertThat(visit.restored()).isEqualTo(1 + TestObjects.PER_STUDY);
            assertThat(Files.readString(visited.resolve("records/00001_hl7v2.hl7")))
                    .isEqualTo(TestRecords.message(0));
            Path patients = temporary.resolve("patients");
            RetrieveSummary patient = agent.retrieve(
                    RetrieveQuery.patient(TestObjects.PATIENT_ID + "-1"), patients, RetrieveListener.NONE);
            assertThat(patient.complete()).isTrue();
            assertThat(patient.restored()).isEqualTo(1 + TestObjects.PER_STUDY);
            assertThat(patients.resolve("records/00001_cda.xml")).exists();
            assertThatThrownBy(() -> agent.retrieve(RetrieveQuery.visit("VIS999999"), out, RetrieveListener.NONE))
                    .isInstanceOfSatisfying(
                            SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void historyOfAPatientIsNumberedInOrderOfDateAndKeepsItsNumbers() throws IOException {
        String patient = TestObjects.PATIENT_ID + "-0^^^CLINIC^MR";
        for (int month : List.of(7, 2, 5)) {
            String message =
                    TestRecords.message(month).replace(TestObjects.PATIENT_ID + "-" + month + "^^^CLINIC^MR", patient);
            TestRecords.write(source, "m" + month, message);
        }
        RetrieveQuery query = RetrieveQuery.patient(TestObjects.PATIENT_ID + "-0");
        try (Agent agent = open(Map.of())) {
            assertThat(archive(agent).complete()).isTrue();
            assertThat(agent.retrieve(query, out, RetrieveListener.NONE).restoredDocuments())
                    .isEqualTo(3);
            TestRecords.write(
                    source,
                    "later",
                    TestRecords.message(1).replace(TestObjects.PATIENT_ID + "-1^^^CLINIC^MR", patient));
            assertThat(archive(agent).complete()).isTrue();
            assertThat(agent.retrieve(query, out, RetrieveListener.NONE).restoredDocuments())
                    .isEqualTo(4);
        }
        List<String> dates = new ArrayList<>();
        for (Path file : TestAgent.files(out)) {
            dates.add(Files.readString(file).split("\\|", -1)[6].substring(0, 8));
        }
        assertThat(dates)
                .containsExactly(TestRecords.date(2), TestRecords.date(5), TestRecords.date(7), TestRecords.date(1));
    }

    @Test
    void recordsOfOneAnonymousFormAllComeBack() throws IOException {
        TestRecords.write(source, "one", TestRecords.message(3));
        TestRecords.write(
                source,
                "two",
                TestRecords.message(3).replace(TestRecords.SURNAME + "^Anna", TestRecords.SURNAME + "^Anne"));
        TestRecords.write(source, "copy", TestRecords.message(3));
        try (Agent agent = open(Map.of())) {
            assertThat(archive(agent).documents()).isEqualTo(new FileCounts(3, 3, 3, List.of()));
            assertThat(agent.retrieve(RetrieveQuery.everything(), out, RetrieveListener.NONE)
                            .restoredDocuments())
                    .isEqualTo(2);
        }
        assertThat(TestAgent.digests(out))
                .isEqualTo(TestAgent.digests(source).stream().distinct().toList());
    }

    @Test
    void badRecordsAreKeptAsideAmongTheDocuments() throws IOException {
        TestRecords.writeAll(source, 2);
        TestRecords.write(source, "cut", TestRecords.cda(9).substring(0, 700));
        TestRecords.write(source, "entity", "<!DOCTYPE x><ClinicalDocument xmlns='urn:hl7-org:v3'/>");
        TestRecords.write(source, "json", "{\"some\": \"settings\"}");
        TestRecords.write(source, "note.txt", "a letter");
        TestRecords.write(source, "huge", TestRecords.message(5) + "NTE|1||" + "x".repeat(70_000) + "\r");
        try (Agent agent = open(Map.of("records.max-bytes", "64KB"))) {
            ArchiveSummary summary = archive(agent);
            assertThat(summary.instances().found()).isZero();
            assertThat(summary.documents().found()).isEqualTo(7);
            assertThat(summary.documents().confirmed()).isEqualTo(2);
            Map<String, ErrorCode> codes = new HashMap<>();
            summary.documents()
                    .rejected()
                    .forEach(file -> codes.put(String.valueOf(file.file().getFileName()), file.code()));
            assertThat(codes)
                    .containsEntry("entity", ErrorCode.UNSUPPORTED_FORMAT)
                    .containsEntry("json", ErrorCode.UNSUPPORTED_FORMAT)
                    .containsEntry("note.txt", ErrorCode.UNSUPPORTED_FORMAT)
                    .containsEntry("huge", ErrorCode.LIMIT_EXCEEDED)
                    .containsKey("cut");
            assertThat(agent.quarantine()).hasSize(5);
        }
    }

    @Test
    void troubleOfTheReceiverIsWaitedOutAndNothingIsStoredTwice() throws IOException {
        TestRecords.writeAll(source, 6);
        records.next(
                Script.BUSY,
                Script.GOES_AWAY,
                Script.GOES_AWAY,
                Script.OTHER_DIGEST,
                Script.NOT_ITS_KIND,
                Script.STRANGER,
                Script.FLOODS);
        try (Agent agent = open(Map.of())) {
            assertThat(archive(agent).documents().confirmed()).isEqualTo(6);
            assertThat(agent.quarantine()).isEmpty();
        }
        assertThat(records.stored()).hasSize(6);
    }

    @Test
    void queueStaysWhileTheReceiverIsDownAndDrainsWhenItIsBack() throws Exception {
        TestRecords.writeAll(source, 5);
        records.down();
        try (Agent agent = open(Map.of())) {
            ArchiveSummary queued = archive(agent, Duration.ofMillis(300));
            assertThat(queued.complete()).isFalse();
            assertThat(queued.documents().archived()).isEqualTo(5);
            assertThat(agent.status().documents().queued()).isEqualTo(5);
            assertThat(agent.status().dataCentreReachable()).isTrue();
            assertThat(agent.status().recordsReachable()).isFalse();
            assertThat(agent.status().recordsProblem()).contains("UNREACHABLE");
            records.up();
            TestAgent.await(() -> agent.status().documents().confirmed() == 5);
        }
    }

    @Test
    void refusedRecordGoesToQuarantineAndCanBeRetried() throws IOException {
        TestRecords.writeAll(source, 2);
        records.always(Script.REFUSES);
        try (Agent agent = open(Map.of())) {
            assertThat(archive(agent).documents().rejected())
                    .extracting(RejectedFile::code)
                    .containsExactly(ErrorCode.IDENTITY_AT_RISK, ErrorCode.IDENTITY_AT_RISK);
            assertThat(agent.status().documents()).isEqualTo(new DocumentCounts(0, 0, 2));
            assertThat(agent.quarantine())
                    .extracting(QuarantineEntry::kind)
                    .containsOnly(QuarantineEntry.Kind.ANONYMOUS);
            records.always(null);
            for (QuarantineEntry entry : agent.quarantine()) {
                agent.retryQuarantined(entry.id());
            }
            assertThat(archive(agent).complete()).isTrue();
            assertThat(agent.quarantine()).isEmpty();
            assertThat(TestAgent.files(folder.resolve("quarantine"), folder.resolve("outbox/staged")))
                    .isEmpty();
        }
    }

    @Test
    void answerOfAnotherServerIsRefusalOnlyAfterSeveralTries() throws IOException {
        TestRecords.writeAll(source, 1);
        records.always(Script.NOT_ITS_KIND);
        try (Agent agent = open(Map.of("sender.first-pause", "10ms", "sender.longest-pause", "20ms"))) {
            assertThat(archive(agent).documents().rejected())
                    .extracting(RejectedFile::code)
                    .containsExactly(ErrorCode.REFUSED_BY_PEER);
        }
        assertThat(records.posts()).isEqualTo(6);
    }

    @Test
    void damagedStagedFileIsFoundOut() throws Exception {
        TestRecords.writeAll(source, 1);
        records.down();
        try (Agent agent = open(Map.of())) {
            archive(agent, Duration.ofMillis(200));
        }
        Files.writeString(TestAgent.files(folder.resolve("outbox/staged")).get(0), "something else");
        records.up();
        try (Agent agent = open(Map.of("sender.first-pause", "10ms", "sender.longest-pause", "20ms"))) {
            TestAgent.await(() -> agent.status().refused() == 1);
            assertThat(agent.quarantine()).extracting(QuarantineEntry::code).containsExactly(ErrorCode.DAMAGED);
        }
    }

    @Test
    void whatTheDataCentreDoesNotSendOrHasChangedIsCounted() throws IOException {
        TestRecords.writeAll(source, 3);
        try (Agent agent = open(Map.of())) {
            assertThat(archive(agent).complete()).isTrue();
            List<String> digests = List.copyOf(records.stored().keySet());
            records.stored()
                    .computeIfPresent(
                            digests.get(0),
                            (digest, kept) ->
                                    new TestRecordCentre.Stored(kept.documentId(), kept.mediaType(), "other"));
            records.stored().remove(digests.get(1));
            RetrieveSummary home = agent.retrieve(RetrieveQuery.everything(), out, RetrieveListener.NONE);
            assertThat(home.restoredDocuments()).isEqualTo(1);
            assertThat(home.failed()).isEqualTo(Map.of(ErrorCode.DAMAGED, 1L, ErrorCode.NOT_FOUND, 1L));
        }
        assertThat(TestAgent.files(out)).hasSize(1);
    }
}
