package org.symbolon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.Admin;
import org.apache.hadoop.hbase.client.Connection;
import org.apache.hadoop.hbase.client.ConnectionFactory;
import org.apache.hadoop.hbase.client.Delete;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Table;
import org.apache.hadoop.hbase.util.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/** The archive of records over the embedded cluster; each test is an organisation of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TestCluster.class)
class RecordArchiveIT {
    private static final ArchiveOptions OPTIONS = new ArchiveOptions("record-test", (short) 1, 1);

    @SuppressWarnings("NullAway.Init")
    private EmbeddedCluster cluster;

    @SuppressWarnings("NullAway.Init")
    private PlainRecordArchive archive;

    @BeforeAll
    void open(EmbeddedCluster running) throws IOException {
        cluster = running;
        archive = PlainRecordArchive.open(cluster, OPTIONS);
    }

    @AfterAll
    void close() throws IOException {
        archive.close();
    }

    @Test
    void recordIsAFileAndIsFoundByEveryNumberItNames() throws IOException {
        OrganisationId org = new OrganisationId("find");
        SampleRecord record = SampleRecord.of(5);
        DocumentReceipt receipt = record.store(archive, org);

        assertThat(receipt.outcome()).isEqualTo(StoreOutcome.STORED);
        DocumentRecord document = receipt.document();
        assertThat(document.location()).isEqualTo("/find/hl7/doc-5");
        assertThat(document.length()).isEqualTo(record.content().length);
        assertThat(document.visit()).isEqualTo(record.visit());
        assertThat(archive.content(document)).isEqualTo(record.content());
        assertThat(archive.document(org, "doc-5")).containsExactly(document);
        assertThat(archive.document(org, "doc-5", document.sha256())).contains(document);
        assertThat(archive.accession(org, "ACC1")).containsExactly(document);
        assertThat(archive.visit(org, "V2")).containsExactly(document);
        assertThat(archive.visit(org, "V1")).isEmpty();
        assertThat(archive.patient(org, "PSN1")).containsExactly(document);
        assertThat(archive.document(org, "doc")).isEmpty();
        assertThat(archive.document(new OrganisationId("others"), "doc-5")).isEmpty();
    }

    @Test
    void sendingAgainChangesNothing() throws IOException {
        OrganisationId org = new OrganisationId("again");
        SampleRecord record = SampleRecord.of(1);
        DocumentReceipt first = record.store(archive, org);
        assertThat(record.store(archive, org))
                .isEqualTo(new DocumentReceipt(StoreOutcome.ALREADY_PRESENT, first.document()));
        assertThat(archive.accession(org, "ACC0")).containsExactly(first.document());
        assertThat(files("/tmp/symbolon/record-test~records/")).isEmpty();
    }

    @Test
    void otherContentIsKeptBesideAndFlagged() throws IOException {
        OrganisationId org = new OrganisationId("conflict");
        SampleRecord record = SampleRecord.of(2);
        SampleRecord other = SampleRecord.of(2, "something else");
        DocumentRecord first = record.store(archive, org).document();
        DocumentReceipt kept = other.store(archive, org);

        assertThat(kept.outcome()).isEqualTo(StoreOutcome.CONFLICT_KEPT);
        assertThat(kept.document().conflict()).isTrue();
        assertThat(kept.document().location())
                .isEqualTo("/conflict/hl7/doc-2~" + kept.document().sha256().substring(0, 16));
        assertThat(other.store(archive, org))
                .isEqualTo(new DocumentReceipt(StoreOutcome.ALREADY_PRESENT, kept.document()));
        assertThat(archive.document(org, "doc-2")).containsExactly(first, kept.document());
        assertThat(archive.visit(org, "V1")).containsExactlyInAnyOrder(first, kept.document());
        assertThat(archive.content(first)).isEqualTo(record.content());
        assertThat(archive.content(kept.document())).isEqualTo(other.content());
    }

    @Test
    void whatAKillLeftIsSeenByNobodyAndCompletedBySendingAgain() throws IOException {
        OrganisationId org = new OrganisationId("killed");
        SampleRecord record = SampleRecord.of(3);
        DocumentRecord document = record.store(archive, org).document();
        deleteRow("killed\0doc-3");
        assertThat(archive.document(org, "doc-3")).isEmpty();
        assertThat(archive.accession(org, "ACC0")).isEmpty();

        DocumentReceipt again = record.store(archive, org);
        assertThat(again.outcome()).isEqualTo(StoreOutcome.ALREADY_PRESENT);
        assertThat(again.document())
                .usingRecursiveComparison()
                .ignoringFields("received")
                .isEqualTo(document);
        assertThat(archive.accession(org, "ACC0")).containsExactly(again.document());
    }

    @Test
    void otherContentBesideAFileWithoutRowTakesNothingAway() throws IOException {
        OrganisationId org = new OrganisationId("orphan");
        SampleRecord.of(4).store(archive, org);
        deleteRow("orphan\0doc-4");

        DocumentRecord other =
                SampleRecord.of(4, "other content").store(archive, org).document();
        assertThat(other.conflict()).isTrue();
        assertThat(archive.accession(org, "ACC1")).containsExactly(other);
        DocumentRecord first = SampleRecord.of(4).store(archive, org).document();
        assertThat(first.conflict()).isFalse();
        assertThat(archive.document(org, "doc-4")).containsExactly(first, other);
    }

    @Test
    void changedFileIsDamagedAndRemovedOneIsDamagedToo() throws IOException {
        OrganisationId org = new OrganisationId("damaged");
        DocumentRecord document = SampleRecord.of(6).store(archive, org).document();
        try (FileSystem fileSystem = FileSystem.newInstance(cluster.configuration())) {
            Path file = new Path(document.location());
            try (var out = fileSystem.create(file, true)) {
                out.write(new byte[(int) document.length()]);
            }
            assertCode(ErrorCode.DAMAGED, () -> archive.content(document));
            fileSystem.delete(file, false);
        }
        assertCode(ErrorCode.DAMAGED, () -> archive.content(document));
        assertCode(ErrorCode.DAMAGED, () -> SampleRecord.of(6).store(archive, org));
    }

    @Test
    void patientsDocumentsComeByDate() throws IOException {
        OrganisationId org = new OrganisationId("history");
        for (int number : new int[] {9, 8, 11, 10}) {
            SampleRecord.of(number).store(archive, org);
        }
        assertThat(archive.patient(org, "PSN2"))
                .extracting(DocumentRecord::documentId)
                .containsExactly("doc-11", "doc-10", "doc-9", "doc-8");
    }

    @Test
    void longTextIsPartedAndComesBackWhole() throws IOException {
        OrganisationId org = new OrganisationId("long");
        SampleRecord record = SampleRecord.of(7, "Ąžuolas ".repeat(700_000));
        DocumentRecord document = record.store(archive, org).document();
        assertThat(archive.document(org, "doc-7")).containsExactly(document);
        assertThat(archive.content(document)).isEqualTo(record.content());
    }

    @Test
    void scansOfTheTableAndOfTheArchiveSeeEveryDocument() throws IOException {
        OrganisationId org = new OrganisationId("scan");
        DocumentRecord document = SampleRecord.of(12).store(archive, org).document();
        List<DocumentRecord> all = new ArrayList<>();
        archive.forEachDocument(null, all::add);
        List<DocumentRecord> own = new ArrayList<>();
        archive.forEachDocument(org, own::add);
        List<DocumentRecord> rows = new ArrayList<>();
        try (Connection connection = ConnectionFactory.createConnection(cluster.configuration());
                Table table = connection.getTable(TableName.valueOf(DocumentRows.TABLE));
                ResultScanner scanner = table.getScanner(DocumentRows.scan())) {
            for (Result row : scanner) {
                rows.add(DocumentRows.read(row));
            }
        }
        assertThat(own).containsExactly(document);
        assertThat(all).contains(document).isEqualTo(rows);

        Set<String> tables = new TreeSet<>();
        List<String> texts = new ArrayList<>();
        try (PlainArchive objects = PlainArchive.open(cluster, OPTIONS)) {
            objects.scan().forEachCell((table, row, family, qualifier, value) -> {
                tables.add(table);
                texts.add(new String(value, StandardCharsets.UTF_8));
            });
        }
        assertThat(tables).contains("accession_numbers", "documents", "patients", "visits");
        assertThat(texts).anyMatch(text -> text.contains("record 12"));
        assertThat(files("/scan/")).containsExactly("/scan/hl7/doc-12");
    }

    @Test
    void sameRecordAtTheSameTimeIsStoredOnce() throws Exception {
        OrganisationId org = new OrganisationId("race");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<DocumentReceipt> store = () -> SampleRecord.of(13).store(archive, org);
        List<Future<DocumentReceipt>> running = threads.invokeAll(List.of(store, store, store, store));
        List<StoreOutcome> outcomes = new ArrayList<>();
        for (Future<DocumentReceipt> each : running) {
            outcomes.add(each.get().outcome());
        }
        threads.shutdown();
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        StoreOutcome.STORED,
                        StoreOutcome.ALREADY_PRESENT,
                        StoreOutcome.ALREADY_PRESENT,
                        StoreOutcome.ALREADY_PRESENT);
        assertThat(archive.document(org, "doc-13")).hasSize(1);
    }

    @Test
    void namesAndNumbersHaveLimits() throws IOException {
        OrganisationId org = new OrganisationId("limits");
        SampleRecord good = SampleRecord.of(14);
        for (String id : new String[] {"", "..", "a/b", "a~b", "x".repeat(65), "ž"}) {
            assertCode(ErrorCode.USAGE, () -> new SampleRecord(id, "text", good.visit()).store(archive, org));
        }
        String longest = "x".repeat(64);
        assertThat(new SampleRecord(longest, "text", good.visit())
                        .store(archive, org)
                        .outcome())
                .isEqualTo(StoreOutcome.STORED);
        assertCode(
                ErrorCode.LIMIT_EXCEEDED,
                () -> new SampleRecord("long", "text", withAccession(good, "9".repeat(1025))).store(archive, org));
        assertThat(files("/limits/")).containsExactly("/limits/hl7/" + longest);
        assertThat(files("/tmp/symbolon/record-test~records/")).isEmpty();
    }

    private static org.symbolon.model.visit.VisitRecord withAccession(SampleRecord record, String accessionNumber) {
        var visit = record.visit();
        return new org.symbolon.model.visit.VisitRecord(
                visit.kind(),
                visit.documentId(),
                visit.patientId(),
                visit.sex(),
                visit.birthDate(),
                visit.date(),
                visit.language(),
                visit.visits(),
                List.of(accessionNumber),
                visit.diagnoses(),
                visit.procedures(),
                visit.laboratoryResults(),
                visit.descriptions());
    }

    @Test
    void tablesOfAnOlderDataCentreGetTheirNewFamily() throws IOException {
        TableName accessionNumbers = TableName.valueOf("accession_numbers");
        byte[] family = Bytes.toBytes("h");
        try (Connection connection = ConnectionFactory.createConnection(cluster.configuration());
                Admin admin = connection.getAdmin()) {
            admin.deleteColumnFamily(accessionNumbers, family);
            PlainRecordArchive.open(cluster, new ArchiveOptions("newer", (short) 1, 1))
                    .close();
            assertThat(admin.getDescriptor(accessionNumbers).hasColumnFamily(family))
                    .isTrue();
        }
        OrganisationId org = new OrganisationId("older");
        DocumentRecord document = SampleRecord.of(15).store(archive, org).document();
        assertThat(archive.accession(org, "ACC3")).containsExactly(document);
    }

    private static void assertCode(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private List<String> files(String prefix) throws IOException {
        List<String> files = new ArrayList<>();
        try (PlainArchive objects = PlainArchive.open(cluster, OPTIONS)) {
            objects.scan().forEachFile((path, length, content) -> {
                if (path.startsWith(prefix)) {
                    files.add(path);
                }
            });
        }
        return files;
    }

    /** As a kill between rename and row leaves it. */
    private void deleteRow(String key) throws IOException {
        try (Connection connection = ConnectionFactory.createConnection(cluster.configuration());
                Table table = connection.getTable(TableName.valueOf(DocumentRows.TABLE))) {
            table.delete(new Delete(Bytes.toBytes(key)));
        }
    }
}
