package org.symbolon.archive.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.client.AsyncConnection;
import org.apache.hadoop.hbase.client.ConnectionFactory;
import org.apache.hadoop.hbase.client.Durability;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.filter.ColumnPrefixFilter;
import org.symbolon.archive.InstanceHeader;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;

/**
 * The index in HBase. Pointers to a series are written before the instance's own cell: a cell that is there can always be
 * found, and one that is not there yet is merely pointed at. All writes are idempotent and synced to disk (FSYNC_WAL) when
 * they return. Thread-safe.
 */
public final class InstanceIndex implements AutoCloseable {
    private static final int MAX_RECENT_POINTERS = 20_000;
    private static final int DIGEST_PREFIX_CHARACTERS = 16;
    private static final String QUALIFIER_SEPARATOR = "~";

    private static final byte[] POINTERS = ascii("s");
    private static final byte[] INSTANCES = ascii("i");
    private static final byte[] METADATA = ascii("m");
    private static final byte[] SUMMARY = ascii("summary");

    private final AsyncConnection connection;
    private final RecentPointers recent = new RecentPointers(MAX_RECENT_POINTERS);

    private InstanceIndex(AsyncConnection connection) {
        this.connection = connection;
    }

    /** Makes the tables that are missing. */
    public static InstanceIndex open(Configuration configuration, int regions) throws IOException {
        AsyncConnection connection = Answers.await(ConnectionFactory.createAsyncConnection(configuration));
        InstanceIndex index = new InstanceIndex(connection);
        try {
            IndexTables.create(connection, regions);
            return index;
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Begins to write what leads to the series of an instance; await it before {@link #put}. */
    public CompletableFuture<Void> putPointers(OrganisationId organisation, InstanceHeader header) {
        SeriesSummary summary = SeriesSummary.of(header);
        String series = header.seriesInstanceUid();
        String study = header.studyInstanceUid();
        byte[] summaryValue = IndexValues.encode(summary);
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        Put sop = put(IndexTable.SOP_INSTANCE_UIDS, organisation, header.sopInstanceUid());
        writes.add(write(IndexTable.SOP_INSTANCE_UIDS, sop.addColumn(POINTERS, ascii(series), IndexValues.pointer())));
        writes.add(pointer(IndexTable.STUDIES, organisation, study, series, summary, summaryValue));
        if (!header.accessionNumber().isEmpty()) {
            String accession = header.accessionNumber();
            writes.add(pointer(IndexTable.ACCESSION_NUMBERS, organisation, accession, series, summary, summaryValue));
        }
        if (!header.patientId().isEmpty()) {
            String patient = header.patientId();
            writes.add(pointer(IndexTable.PATIENTS, organisation, patient, study, summary, IndexValues.pointer()));
        }
        return CompletableFuture.allOf(writes.toArray(new CompletableFuture<?>[0]));
    }

    private CompletableFuture<Void> pointer(
            IndexTable table,
            OrganisationId organisation,
            String identifier,
            String target,
            SeriesSummary summary,
            byte[] value) {
        var pointer = new RecentPointers.Pointer(table, organisation, identifier, target, summary);
        if (recent.contains(pointer)) {
            return CompletableFuture.completedFuture(null);
        }
        Put put = put(table, organisation, identifier).addColumn(POINTERS, ascii(target), value);
        return write(table, put).thenRun(() -> recent.add(pointer));
    }

    /** Writes the instance's own cell; from now on it is indexed. */
    public void put(OrganisationId organisation, InstanceRecord instance) throws IOException {
        SeriesSummary summary = SeriesSummary.of(instance);
        String series = instance.seriesInstanceUid();
        var metadata = new RecentPointers.Pointer(IndexTable.SERIES_INSTANCE_UIDS, organisation, series, "", summary);
        Put put = put(IndexTable.SERIES_INSTANCE_UIDS, organisation, series)
                .addColumn(INSTANCES, qualifier(instance), IndexValues.encode(instance));
        if (!recent.contains(metadata)) {
            put.addColumn(METADATA, SUMMARY, IndexValues.encode(summary));
        }
        Answers.await(write(IndexTable.SERIES_INSTANCE_UIDS, put));
        recent.add(metadata);
    }

    /** Every instance of a series. */
    public List<InstanceRecord> series(OrganisationId organisation, String seriesInstanceUid) throws IOException {
        return instances(get(IndexTable.SERIES_INSTANCE_UIDS, organisation, seriesInstanceUid)
                .addFamily(INSTANCES));
    }

    /** The instances of a series that have the SOP Instance UID: more than one only after a conflict. */
    public List<InstanceRecord> instance(OrganisationId organisation, String seriesInstanceUid, String sopInstanceUid)
            throws IOException {
        return instances(get(IndexTable.SERIES_INSTANCE_UIDS, organisation, seriesInstanceUid)
                .addFamily(INSTANCES)
                .setFilter(new ColumnPrefixFilter(ascii(sopInstanceUid + QUALIFIER_SEPARATOR))));
    }

    /** Series that hold an accession number, a study or a SOP Instance UID; studies of a patient; ascending. */
    public List<String> targets(IndexedBy by, OrganisationId organisation, String identifier) throws IOException {
        IndexTable table = by.table();
        Result result = Answers.await(connection.getTable(table.hbaseName()).get(get(table, organisation, identifier)));
        NavigableMap<byte[], byte[]> cells = result.getFamilyMap(POINTERS);
        return cells == null
                ? List.of()
                : cells.keySet().stream()
                        .map(qualifier -> new String(qualifier, StandardCharsets.US_ASCII))
                        .toList();
    }

    ResultScanner scan(IndexTable table) {
        Scan scan = new Scan().readAllVersions();
        return connection.getTable(table.hbaseName()).getScanner(scan);
    }

    ResultScanner scan(IndexTable table, Scan scan) {
        return connection.getTable(table.hbaseName()).getScanner(scan);
    }

    ResultScanner scanInstances() {
        Scan scan = new Scan().addFamily(INSTANCES);
        return connection.getTable(IndexTable.SERIES_INSTANCE_UIDS.hbaseName()).getScanner(scan);
    }

    private List<InstanceRecord> instances(Get get) throws IOException {
        Result result = Answers.await(
                connection.getTable(IndexTable.SERIES_INSTANCE_UIDS.hbaseName()).get(get));
        return result.isEmpty()
                ? List.of()
                : result.getFamilyMap(INSTANCES).values().stream()
                        .map(IndexValues::instance)
                        .toList();
    }

    private static Get get(IndexTable table, OrganisationId organisation, String identifier) {
        return new Get(table.row(organisation, identifier));
    }

    private static Put put(IndexTable table, OrganisationId organisation, String identifier) {
        return new Put(table.row(organisation, identifier)).setDurability(Durability.FSYNC_WAL);
    }

    private CompletableFuture<Void> write(IndexTable table, Put put) {
        return connection.getTable(table.hbaseName()).put(put);
    }

    private static byte[] qualifier(InstanceRecord instance) {
        String prefix = instance.dataSetSha256().substring(0, DIGEST_PREFIX_CHARACTERS);
        return ascii(instance.sopInstanceUid() + QUALIFIER_SEPARATOR + prefix);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
