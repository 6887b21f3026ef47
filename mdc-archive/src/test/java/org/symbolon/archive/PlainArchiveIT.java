package org.symbolon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.archive.SampleObject.HOSPITAL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.Connection;
import org.apache.hadoop.hbase.client.ConnectionFactory;
import org.apache.hadoop.hbase.client.Delete;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.client.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/** The plain archive over one embedded cluster; each test has instance numbers of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TestCluster.class)
class PlainArchiveIT {
    private static final int PIXEL_BYTES = 3_200;
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final OrganisationId OTHER_HOSPITAL = new OrganisationId("other-hospital");

    @SuppressWarnings("NullAway.Init")
    private EmbeddedCluster cluster;

    @SuppressWarnings("NullAway.Init")
    private PlainArchive archive;

    @BeforeAll
    void start(EmbeddedCluster running) throws IOException {
        cluster = running;
        archive = PlainArchive.open(cluster, ArchiveOptions.embedded());
    }

    @AfterAll
    void stop() throws IOException {
        archive.close();
    }

    @Test
    void storedObjectIsAPart10FileAtOrganisationSeriesSop() throws IOException {
        SampleObject object = sample(100);
        StoreReceipt receipt = object.store(archive);

        assertThat(receipt.outcome()).isEqualTo(StoreOutcome.STORED);
        InstanceRecord instance = receipt.instance();
        assertThat(instance.location())
                .isEqualTo("/hospital/" + object.header().seriesInstanceUid() + "/"
                        + object.header().sopInstanceUid());
        assertThat(instance.dataSetSha256()).isEqualTo(object.sha256());
        assertThat(instance.length()).isEqualTo(instance.dataSetOffset() + object.dataSet().length);
        byte[] file = bytes(instance, 0);
        assertThat(file).hasSize((int) instance.length());
        assertThat(Arrays.copyOf(file, 132)).isEqualTo(("\0".repeat(128) + "DICM").getBytes(StandardCharsets.US_ASCII));
        assertThat(bytes(instance, instance.dataSetOffset())).isEqualTo(object.dataSet());
    }

    @Test
    void storingAgainChangesNothing() throws IOException {
        SampleObject object = sample(110);
        StoreReceipt first = object.store(archive);
        long indexed = archive.scan().indexedInstances();
        StoreReceipt second = object.store(archive);

        assertThat(second).isEqualTo(new StoreReceipt(StoreOutcome.ALREADY_PRESENT, first.instance()));
        assertThat(archive.scan().indexedInstances()).isEqualTo(indexed);
        assertThat(archive.series(HOSPITAL, object.header().seriesInstanceUid()))
                .containsExactly(first.instance());
        assertThat(files("/tmp/symbolon/")).isEmpty();
    }

    @Test
    void otherContentIsKeptBesideAndFlagged() throws IOException {
        SampleObject object = sample(120);
        SampleObject other = SampleObject.of(120, -120, PIXEL_BYTES);
        StoreReceipt first = object.store(archive);
        StoreReceipt second = other.store(archive);
        StoreReceipt third = other.store(archive);

        assertThat(second.outcome()).isEqualTo(StoreOutcome.CONFLICT_KEPT);
        assertThat(second.instance().conflict()).isTrue();
        assertThat(second.instance().location())
                .isEqualTo(first.instance().location() + "~" + other.sha256().substring(0, 16));
        assertThat(third).isEqualTo(new StoreReceipt(StoreOutcome.ALREADY_PRESENT, second.instance()));
        assertThat(archive.instance(HOSPITAL, object.header().sopInstanceUid()))
                .containsExactlyInAnyOrder(first.instance(), second.instance());
        assertThat(bytes(first.instance(), first.instance().dataSetOffset())).isEqualTo(object.dataSet());
        assertThat(bytes(second.instance(), second.instance().dataSetOffset())).isEqualTo(other.dataSet());
    }

    @Test
    void fileWithoutRowGetsItsRowWhenStoredAgain() throws IOException {
        SampleObject object = sample(130);
        InstanceRecord instance = object.store(archive).instance();
        deleteRows(object);
        assertThat(archive.instance(HOSPITAL, object.header().sopInstanceUid())).isEmpty();
        assertThat(archive.holds(HOSPITAL, object.header().sopInstanceUid(), null, null))
                .isFalse();

        assertThat(object.store(archive)).isEqualTo(new StoreReceipt(StoreOutcome.ALREADY_PRESENT, instance));
        assertThat(archive.series(HOSPITAL, object.header().seriesInstanceUid()))
                .containsExactly(instance);
    }

    @Test
    void fileWithoutRowGetsItsRowWhenOtherContentComes() throws IOException {
        SampleObject object = sample(140);
        SampleObject other = SampleObject.of(140, -140, PIXEL_BYTES);
        InstanceRecord instance = object.store(archive).instance();
        deleteRows(object);

        StoreReceipt kept = other.store(archive);
        assertThat(kept.outcome()).isEqualTo(StoreOutcome.CONFLICT_KEPT);
        assertThat(archive.series(HOSPITAL, object.header().seriesInstanceUid()))
                .containsExactlyInAnyOrder(instance, kept.instance());
    }

    @Test
    void deflatedFileWithoutRowGetsItsRowToo() throws IOException {
        SampleObject object = sample(145).as(deflated(sample(145).dataSet()));
        InstanceRecord instance = object.store(archive, DEFLATED).instance();
        deleteRows(object);

        assertThat(object.store(archive, DEFLATED)).isEqualTo(new StoreReceipt(StoreOutcome.ALREADY_PRESENT, instance));
        assertThat(archive.series(HOSPITAL, object.header().seriesInstanceUid()))
                .contains(instance);
    }

    @Test
    void transferSyntaxOutsideTheStandardIsRefused() {
        SampleObject object = sample(155);
        assertThatThrownBy(() -> object.store(archive, "1.2.3.4"))
                .isInstanceOfSatisfying(
                        SymbolonException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_TRANSFER_SYNTAX));
    }

    @Test
    void objectWithoutCommitLeavesNothing() throws IOException {
        SampleObject object = sample(150);
        ObjectDescription description = description(object);
        try (IncomingObject incoming = archive.begin(HOSPITAL, description)) {
            incoming.dataSet().write(object.dataSet());
        }
        assertThat(archive.instance(HOSPITAL, object.header().sopInstanceUid())).isEmpty();
        assertThat(files("/tmp/symbolon/")).isEmpty();
    }

    @Test
    void objectOfAnotherNameThanAnnouncedIsRefused() throws IOException {
        SampleObject announced = sample(160);
        SampleObject sent = sample(161);
        try (IncomingObject incoming = archive.begin(HOSPITAL, description(announced))) {
            incoming.dataSet().write(sent.dataSet());
            assertThatThrownBy(() -> incoming.commit(sent.header()))
                    .isInstanceOfSatisfying(
                            SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UID_MISMATCH));
        }
        assertThat(archive.instance(HOSPITAL, sent.header().sopInstanceUid())).isEmpty();
    }

    @Test
    void sameObjectFromFourAssociationsIsStoredOnce() throws IOException, InterruptedException, ExecutionException {
        List<SampleObject> same = List.of(sample(170), sample(170), sample(170), sample(170));
        List<StoreReceipt> receipts = storeAtOnce(same);

        assertThat(receipts)
                .extracting(StoreReceipt::outcome)
                .containsExactlyInAnyOrder(
                        StoreOutcome.STORED,
                        StoreOutcome.ALREADY_PRESENT,
                        StoreOutcome.ALREADY_PRESENT,
                        StoreOutcome.ALREADY_PRESENT);
        assertThat(receipts)
                .extracting(StoreReceipt::instance)
                .containsOnly(receipts.get(0).instance());
    }

    @Test
    void fourContentsOfOneNameAreAllKept() throws IOException, InterruptedException, ExecutionException {
        List<SampleObject> contents = new ArrayList<>();
        for (int content = 1; content <= 4; content++) {
            contents.add(SampleObject.of(180, content, PIXEL_BYTES));
        }
        List<StoreReceipt> receipts = storeAtOnce(contents);

        assertThat(receipts)
                .extracting(StoreReceipt::outcome)
                .containsExactlyInAnyOrder(
                        StoreOutcome.STORED,
                        StoreOutcome.CONFLICT_KEPT,
                        StoreOutcome.CONFLICT_KEPT,
                        StoreOutcome.CONFLICT_KEPT);
        for (int i = 0; i < contents.size(); i++) {
            InstanceRecord instance = receipts.get(i).instance();
            assertThat(bytes(instance, instance.dataSetOffset()))
                    .isEqualTo(contents.get(i).dataSet());
        }
    }

    @Test
    void studySeriesAccessionAndPatientLeadToTheirInstances() throws IOException {
        List<InstanceRecord> firstSeries = new ArrayList<>();
        List<InstanceRecord> secondSeries = new ArrayList<>();
        for (int number : new int[] {1_000, 1_001, 1_002}) {
            firstSeries.add(sample(number).store(archive).instance());
        }
        secondSeries.add(sample(1_010).store(archive).instance());
        InstanceRecord otherStudy = sample(1_020).store(archive).instance();

        InstanceHeader header = sample(1_000).header();
        List<InstanceRecord> study = new ArrayList<>(firstSeries);
        study.addAll(secondSeries);
        assertThat(archive.series(HOSPITAL, header.seriesInstanceUid())).isEqualTo(firstSeries);
        assertThat(archive.study(HOSPITAL, header.studyInstanceUid())).isEqualTo(study);
        assertThat(archive.accession(HOSPITAL, header.accessionNumber())).isEqualTo(study);
        assertThat(archive.studiesOfPatient(HOSPITAL, header.patientId()))
                .containsExactly(header.studyInstanceUid(), otherStudy.studyInstanceUid());
        assertThat(archive.study(OTHER_HOSPITAL, header.studyInstanceUid())).isEmpty();
        assertThat(archive.accession(HOSPITAL, "ACC")).isEmpty();
    }

    @Test
    void listsOrganisationsAndTheirStudiesPageByPage() throws IOException {
        String first = sample(1_000).store(archive).instance().studyInstanceUid();
        String second = sample(1_020).store(archive).instance().studyInstanceUid();

        assertThat(archive.organisations()).contains(HOSPITAL).doesNotHaveDuplicates();
        List<String> all = archive.studies(HOSPITAL, null, 10_000);
        assertThat(all).contains(first, second).isSorted().doesNotHaveDuplicates();
        List<String> paged = new ArrayList<>();
        for (List<String> page = archive.studies(HOSPITAL, null, 1); !page.isEmpty(); ) {
            paged.addAll(page);
            page = archive.studies(HOSPITAL, page.get(page.size() - 1), 1);
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void holdsOnlyWhatHasItsRowItsBytesAndItsDigest() throws IOException {
        SampleObject object = sample(190);
        String sop = object.header().sopInstanceUid();
        String series = object.header().seriesInstanceUid();
        assertThat(archive.holds(HOSPITAL, sop, series, null)).isFalse();
        InstanceRecord instance = object.store(archive).instance();

        assertThat(archive.holds(HOSPITAL, sop, series, object.sha256())).isTrue();
        assertThat(archive.holds(HOSPITAL, sop, null, object.sha256())).isTrue();
        assertThat(archive.holds(HOSPITAL, sop, null, null)).isTrue();
        assertThat(archive.holds(HOSPITAL, sop, series, "0".repeat(64))).isFalse();
        assertThat(archive.holds(HOSPITAL, sop, "1.2.3", null)).isFalse();
        assertThat(archive.holds(OTHER_HOSPITAL, sop, series, null)).isFalse();

        try (FileSystem fileSystem = FileSystem.newInstance(cluster.configuration())) {
            fileSystem.delete(new org.apache.hadoop.fs.Path(instance.location()), false);
        }
        assertThat(archive.holds(HOSPITAL, sop, series, object.sha256())).isFalse();
        assertThatThrownBy(() -> archive.open(instance, 0))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void clusterIsReachedByConfigurationAlone() throws IOException {
        InstanceRecord instance = sample(210).store(archive).instance();
        Map<String, String> settings = new HashMap<>();
        for (String key : List.of("fs.defaultFS", "hbase.zookeeper.quorum", "hbase.zookeeper.property.clientPort")) {
            settings.put(key, cluster.configuration().get(key));
        }
        ArchiveOptions options = new ArchiveOptions("elsewhere", (short) 1, 1);
        try (PlainArchive elsewhere = PlainArchive.open(ExternalCluster.of(settings), options)) {
            assertThat(elsewhere.series(HOSPITAL, instance.seriesInstanceUid())).contains(instance);
            assertThat(sample(210).store(elsewhere).outcome()).isEqualTo(StoreOutcome.ALREADY_PRESENT);
            assertThat(sample(211).store(elsewhere).outcome()).isEqualTo(StoreOutcome.STORED);
        }
        assertThat(sample(211).store(archive).outcome()).isEqualTo(StoreOutcome.ALREADY_PRESENT);
    }

    @Test
    void clusterRuns() {
        assertThat(cluster.isRunning()).isTrue();
    }

    @Test
    void scanSeesEveryFileAndCell() throws IOException {
        SampleObject object = sample(200);
        String location = object.store(archive).instance().location();
        Set<String> tables = new TreeSet<>();
        List<String> rows = new ArrayList<>();
        archive.scan().forEachCell((table, row, family, qualifier, value) -> {
            tables.add(table);
            rows.add(new String(row, StandardCharsets.ISO_8859_1));
        });

        byte[] series = object.header().seriesInstanceUid().getBytes(StandardCharsets.US_ASCII);
        List<String> holders = new ArrayList<>();
        archive.scan().forEachFile((path, length, content) -> {
            if (contains(content.readAllBytes(), series)) {
                holders.add(path);
            }
        });
        // The row is in HBase's write-ahead log at least, which is open while it is read.
        assertThat(holders).contains(location).anyMatch(path -> path.startsWith("/hbase/WALs/"));
        assertThat(tables)
                .contains("accession_numbers", "patients", "series_instance_uids", "sop_instance_uids", "studies");
        assertThat(rows)
                .anyMatch(row -> row.endsWith("hospital\0" + object.header().seriesInstanceUid()));
    }

    @Test
    void temporaryFilesOfAnEarlierRunAreRemovedAndThoseOfOthersStay() throws IOException {
        try (FileSystem fileSystem = FileSystem.newInstance(cluster.configuration())) {
            fileSystem
                    .create(new org.apache.hadoop.fs.Path("/tmp/symbolon/second/stale"))
                    .close();
            fileSystem
                    .create(new org.apache.hadoop.fs.Path("/tmp/symbolon/third/alive"))
                    .close();
            PlainArchive.open(cluster, new ArchiveOptions("second", (short) 1, 1))
                    .close();
            assertThat(files("/tmp/symbolon/")).containsExactly("/tmp/symbolon/third/alive");
            fileSystem.delete(new org.apache.hadoop.fs.Path("/tmp/symbolon/third"), true);
        }
    }

    @Test
    void secondArchiveOfTheSameWriterIsRefused() {
        assertThatThrownBy(() -> PlainArchive.open(cluster, ArchiveOptions.embedded()))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @Test
    void nothingListensBeyondTheLoopbackInterface() throws IOException {
        assertThat(ListeningSockets.ofThisProcess()).isNotEmpty().allMatch(address -> address.isLoopbackAddress());
    }

    private static boolean contains(byte[] text, byte[] pattern) {
        return new String(text, StandardCharsets.ISO_8859_1).contains(new String(pattern, StandardCharsets.ISO_8859_1));
    }

    private static byte[] deflated(byte[] dataSet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, raw)) {
            deflater.write(dataSet);
        }
        raw.end();
        return out.toByteArray();
    }

    private static SampleObject sample(int number) {
        return SampleObject.of(number, number, PIXEL_BYTES);
    }

    private static ObjectDescription description(SampleObject object) {
        return new ObjectDescription(
                object.header().sopClassUid(),
                object.header().sopInstanceUid(),
                SampleObject.EXPLICIT_LITTLE_ENDIAN,
                null);
    }

    private List<StoreReceipt> storeAtOnce(List<SampleObject> objects) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(objects.size());
        List<Future<StoreReceipt>> running = new ArrayList<>();
        objects.forEach(object -> running.add(executor.submit(() -> object.store(archive))));
        List<StoreReceipt> receipts = new ArrayList<>();
        for (Future<StoreReceipt> each : running) {
            receipts.add(each.get());
        }
        executor.shutdown();
        return receipts;
    }

    private byte[] bytes(InstanceRecord instance, long offset) throws IOException {
        try (InputStream in = archive.open(instance, offset)) {
            return in.readAllBytes();
        }
    }

    private List<String> files(String prefix) throws IOException {
        List<String> files = new ArrayList<>();
        archive.scan().forEachFile((path, length, content) -> {
            if (path.startsWith(prefix)) {
                files.add(path);
            }
        });
        return files;
    }

    /** As a kill between rename and index leaves it. */
    private void deleteRows(SampleObject object) throws IOException {
        try (Connection connection = ConnectionFactory.createConnection(cluster.configuration());
                Table table = connection.getTable(TableName.valueOf("series_instance_uids"));
                ResultScanner rows = table.getScanner(new Scan())) {
            for (Result row : rows) {
                String key = new String(row.getRow(), StandardCharsets.ISO_8859_1);
                if (key.endsWith("\0" + object.header().seriesInstanceUid())) {
                    table.delete(new Delete(row.getRow()));
                }
            }
        }
    }
}
