package org.symbolon.agent.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;

class JournalTest {
    @TempDir
    private Path temporary = Path.of("");

    static StagedObject object(int number) {
        ObjectKey key =
                new ObjectKey("2.25." + number / 10, "2.25.7", "2.25.9" + number, String.format("%064x", number));
        return new StagedObject(key, new ContextPair("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.2.1"), 300, 1000);
    }

    private AgentFolder folder() throws IOException {
        return AgentFolder.create(temporary);
    }

    @Test
    void objectGoesThroughItsStatesAndNeverBackFromConfirmed() throws IOException {
        try (Journal journal = Journal.open(folder())) {
            journal.queue(List.of(object(1), object(2)), List.of());
            journal.queue(List.of(object(1)), List.of());
            List<OutboxObject> queued = journal.open(ObjectKind.IMAGE, ObjectState.QUEUED, Set.of(), 10);
            assertThat(queued).hasSize(2);
            assertThat(queued.get(0).key()).isEqualTo(object(1).key());
            long id = queued.get(0).id();
            journal.sent(List.of(id));
            assertThat(journal.open(ObjectKind.IMAGE, ObjectState.SENT, Set.of(), 10))
                    .hasSize(1);
            journal.confirmed(List.of(id));
            journal.tryAgain(List.of(id), ErrorCode.INTERNAL);
            journal.sent(List.of(id));
            assertThat(journal.object(object(1).key().dataSetSha256())
                            .orElseThrow()
                            .state())
                    .isEqualTo(ObjectState.CONFIRMED);
            assertThat(journal.counts().total(ObjectState.CONFIRMED)).isEqualTo(1);
            assertThat(journal.counts().total(ObjectState.QUEUED)).isEqualTo(1);
        }
    }

    @Test
    void whatFailedStandsBehindWhatWasNotTried() throws IOException {
        try (Journal journal = Journal.open(folder())) {
            journal.queue(List.of(object(1), object(2), object(3)), List.of());
            journal.tryAgain(List.of(1L), ErrorCode.OUTCOME_UNKNOWN);
            assertThat(journal.open(ObjectKind.IMAGE, ObjectState.QUEUED, Set.of(2L), 10))
                    .extracting(OutboxObject::id)
                    .containsExactly(3L, 1L);
            assertThat(journal.open(ObjectKind.IMAGE, ObjectState.QUEUED, Set.of(), 2))
                    .extracting(OutboxObject::id)
                    .containsExactly(2L, 3L);
        }
    }

    @Test
    void spoolRowGoesInTheTransactionThatQueuesItsObject() throws IOException {
        try (Journal journal = Journal.open(folder())) {
            long id = journal.received("a.dcm");
            assertThat(journal.receivedAfter(0, 10)).containsExactly(new ReceivedFile(id, "a.dcm"));
            journal.queue(List.of(object(1)), List.of(id));
            assertThat(journal.receivedAfter(0, 10)).isEmpty();
            assertThat(journal.knowsReceived("a.dcm")).isFalse();
        }
    }

    @Test
    void sameContentFromTheSamePlaceIsKeptAsideOnce() throws IOException {
        try (Journal journal = Journal.open(folder())) {
            assertThat(journal.keepAside(kept("x", "here"), null)).isTrue();
            assertThat(journal.keepAside(kept("y", "here"), null)).isFalse();
            assertThat(journal.keepAside(kept("z", "there"), null)).isTrue();
            assertThat(journal.quarantine()).extracting(QuarantineEntry::file).containsExactly("here", "there");
        }
    }

    private static KeptAside kept(String file, String origin) {
        return new KeptAside(
                QuarantineEntry.Kind.ORIGINAL,
                file,
                "0".repeat(64),
                origin,
                ErrorCode.CORRUPT,
                "rule",
                "(0008,0018)",
                12,
                Instant.now());
    }

    @Test
    void studiesAreWalkedInOrderWithTheirContexts() throws IOException {
        try (Journal journal = Journal.open(folder())) {
            for (int i = 0; i < 30; i++) {
                journal.queue(List.of(object(i)), List.of());
            }
            List<String> studies = new ArrayList<>();
            for (String study = journal.studyAfter(""); study != null; study = journal.studyAfter(study)) {
                studies.add(study);
                assertThat(journal.studyObjects(study)).hasSize(10);
                assertThat(journal.studyContexts(study))
                        .containsExactly(object(0).context());
            }
            assertThat(studies).containsExactly("2.25.0", "2.25.1", "2.25.2");
        }
    }

    @Test
    void manyThreadsWriteAndNothingIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (Journal journal = Journal.open(folder())) {
            List<Future<Long>> ids = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                String name = "f" + i;
                ids.add(threads.submit(() -> journal.received(name)));
            }
            for (Future<Long> id : ids) {
                assertThat(id.get()).isPositive();
            }
            assertThat(journal.counts().received()).isEqualTo(500);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void otherFormatIsRefused() throws IOException, SQLException {
        AgentFolder folder = folder();
        Journal.open(folder).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.journal());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=4");
        }
        assertThatThrownBy(() -> Journal.open(folder)).hasMessageContaining("format 4");
    }

    @Test
    void outboxOfTheSecondFormatLearnsReviews() throws IOException, SQLException {
        AgentFolder folder = folder();
        Journal.open(folder).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.journal());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE reviews");
            statement.execute("PRAGMA user_version=2");
        }
        String digest = "ab".repeat(32);
        try (Journal journal = Journal.open(folder)) {
            journal.reviewed(new NewReview(7, digest, "rule", "nothing", "", "Dr Look", Instant.EPOCH), "again.dcm");
            assertThat(journal.review(digest)).contains("nothing");
            assertThat(journal.review("cd".repeat(32))).isEmpty();
            assertThat(journal.reviews()).hasSize(1);
            assertThat(journal.receivedAfter(0, 10))
                    .extracting(ReceivedFile::fileName)
                    .containsExactly("again.dcm");
        }
    }

    @Test
    void outboxOfTheFirstFormatOpensAndTakesRecords() throws IOException {
        AgentFolder folder = folder();
        try (InputStream golden = JournalTest.class.getResourceAsStream("outbox-1.db")) {
            Files.copy(Objects.requireNonNull(golden), folder.journal());
        }
        for (int opening = 0; opening < 2; opening++) {
            try (Journal journal = Journal.open(folder)) {
                journal.queue(List.of(record(7)), List.of());
                assertThat(journal.receivedAfter(0, 10))
                        .extracting(ReceivedFile::fileName)
                        .containsExactly("spooled.dcm");
                assertThat(journal.open(ObjectKind.IMAGE, ObjectState.QUEUED, Set.of(), 10))
                        .extracting(object -> object.key().sopUid())
                        .containsExactly("2.25.91");
                assertThat(journal.open(ObjectKind.RECORD, ObjectState.QUEUED, Set.of(), 10))
                        .extracting(OutboxObject::key)
                        .containsExactly(record(7).key());
                assertThat(journal.counts().images()).hasSize(4).containsEntry(ObjectState.CONFIRMED, 1L);
                assertThat(journal.counts().records()).isEqualTo(Map.of(ObjectState.QUEUED, 1L));
                assertThat(journal.quarantine()).hasSize(1);
            }
        }
    }

    private static StagedObject record(int number) {
        ObjectKey key = ObjectKey.document(String.format("%032x", number), String.format("%064x", number));
        return StagedObject.record(key, "application/fhir+json", 2000);
    }

    @Test
    void recordsAndImagesAreKeptApart() throws IOException {
        try (Journal journal = Journal.open(folder())) {
            journal.queue(List.of(object(1), record(2), record(3)), List.of());
            assertThat(journal.studyAfter("")).isEqualTo("2.25.0");
            assertThat(journal.studyAfter("2.25.0")).isNull();
            assertThat(journal.queuedContexts(10)).containsExactly(object(1).context());
            List<OutboxObject> records = journal.recordsAfter(0, 1);
            assertThat(records)
                    .extracting(OutboxObject::key)
                    .containsExactly(record(2).key());
            assertThat(records.get(0).context().transferSyntaxUid()).isEqualTo("application/fhir+json");
            assertThat(journal.recordsAfter(records.get(0).id(), 10))
                    .extracting(OutboxObject::key)
                    .containsExactly(record(3).key());
            journal.confirmed(List.of(records.get(0).id()));
            assertThat(journal.counts().records()).isEqualTo(Map.of(ObjectState.QUEUED, 1L, ObjectState.CONFIRMED, 1L));
            assertThat(journal.counts().total(ObjectState.QUEUED)).isEqualTo(2);
        }
    }
}
