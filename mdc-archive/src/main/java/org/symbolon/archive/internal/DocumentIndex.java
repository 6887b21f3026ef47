package org.symbolon.archive.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.client.AsyncConnection;
import org.apache.hadoop.hbase.client.AsyncTable;
import org.apache.hadoop.hbase.client.ConnectionFactory;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.archive.DocumentRows;
import org.symbolon.archive.RecordArchive;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.VisitRecord;

/**
 * The documents in HBase. What leads to a document is written before its own row: a document whose row is there can always be
 * found, and one whose row is not there yet is merely pointed at, which readers see past. Thread-safe.
 */
public final class DocumentIndex implements AutoCloseable {
    /** Documents that are read from HBase at a time: their texts are in memory together. */
    private static final int READ_AT_ONCE = 100;

    private final AsyncConnection connection;

    private DocumentIndex(AsyncConnection connection) {
        this.connection = connection;
    }

    /** Makes the tables and families that are missing. */
    public static DocumentIndex open(Configuration configuration, int regions) throws IOException {
        AsyncConnection connection = Answers.await(ConnectionFactory.createAsyncConnection(configuration));
        try {
            IndexTables.create(connection, regions);
            return new DocumentIndex(connection);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Writes what leads to a content of a document; on disk when it returns. */
    void putPointers(OrganisationId organisation, String documentId, String sha256, VisitRecord visit)
            throws IOException {
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        new DocumentPointers(organisation, documentId, sha256, visit)
                .puts()
                .forEach((table, puts) ->
                        writes.add(connection.getTable(table.hbaseName()).putAll(puts)));
        for (CompletableFuture<Void> write : writes) {
            Answers.await(write);
        }
    }

    /** Writes the row; from now on the document is indexed. */
    void put(DocumentKey key, DocumentRecord document) throws IOException {
        Answers.await(documents().put(DocumentCells.put(key, document)));
    }

    /** Every content of a document, the first that came first. */
    public List<DocumentRecord> contents(OrganisationId organisation, String documentId) throws IOException {
        DocumentKey first = DocumentKey.first(organisation, documentId);
        List<DocumentRecord> contents = new ArrayList<>();
        Result row = Answers.await(documents().get(new Get(first.row())));
        if (!row.isEmpty()) {
            contents.add(DocumentCells.read(row));
        }
        Scan others = new Scan()
                .setStartStopRowForPrefixScan(RowKeys.plain(organisation, documentId + DocumentKey.SEPARATOR));
        forEach(others, contents::add);
        contents.sort(Comparator.comparing(DocumentRecord::conflict).thenComparing(DocumentRecord::received));
        return List.copyOf(contents);
    }

    /** The documents of a visit, an accession number or a patient, by identifier; at most one row's worth of them. */
    public List<DocumentRecord> pointed(PointsTo by, OrganisationId organisation, String number) throws IOException {
        IndexTable table = by.table();
        Result row = Answers.await(connection
                .getTable(table.hbaseName())
                .get(new Get(table.row(organisation, number)).addFamily(DocumentPointers.DOCUMENTS)));
        NavigableMap<byte[], byte[]> cells = row.getFamilyMap(DocumentPointers.DOCUMENTS);
        if (cells == null) {
            return List.of();
        }
        List<DocumentRecord> documents = new ArrayList<>();
        List<String> references = cells.keySet().stream()
                .map(reference -> new String(reference, StandardCharsets.US_ASCII))
                .toList();
        for (int from = 0; from < references.size(); from += READ_AT_ONCE) {
            int to = Math.min(references.size(), from + READ_AT_ONCE);
            documents.addAll(referenced(organisation, references.subList(from, to)));
        }
        return List.copyOf(documents);
    }

    private List<DocumentRecord> referenced(OrganisationId organisation, List<String> references) throws IOException {
        List<Get> gets = new ArrayList<>();
        for (String reference : references) {
            DocumentKey beside = new DocumentKey(organisation, reference);
            gets.add(new Get(new DocumentKey(organisation, beside.documentId()).row()));
            gets.add(new Get(beside.row()));
        }
        List<Result> rows = Answers.await(documents().getAll(gets));
        List<DocumentRecord> documents = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Result row = rows.get(i);
            if (!row.isEmpty()) {
                DocumentRecord document = DocumentCells.read(row);
                String reference = DocumentKey.reference(document.documentId(), document.sha256());
                // The plain name may be that of another content than the one pointed at.
                if (reference.equals(references.get(i / 2))) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    /** Every document of an organisation, or of all. */
    public void forEach(@Nullable OrganisationId organisation, RecordArchive.DocumentVisitor visitor)
            throws IOException {
        Scan scan = DocumentRows.scan();
        if (organisation != null) {
            scan.setStartStopRowForPrefixScan(RowKeys.plain(organisation, ""));
        }
        forEach(scan, visitor);
    }

    private void forEach(Scan scan, RecordArchive.DocumentVisitor visitor) throws IOException {
        try (ResultScanner rows = documents().getScanner(scan)) {
            for (Result row = rows.next(); row != null; row = rows.next()) {
                visitor.document(DocumentCells.read(row));
            }
        }
    }

    private AsyncTable<?> documents() {
        return connection.getTable(IndexTable.DOCUMENTS.hbaseName());
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
