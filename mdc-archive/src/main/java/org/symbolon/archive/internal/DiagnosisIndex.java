package org.symbolon.archive.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.hadoop.hbase.client.AsyncConnection;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.filter.FirstKeyOnlyFilter;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.DiagnosisRow;

/**
 * Diagnoses by code. A row is written before its document's; {@link #diagnosed} shows only those whose document is there,
 * {@link #counts} counts those of a record that is on its way, or whose sender went away, as well. Thread-safe.
 */
public final class DiagnosisIndex {
    private static final int CHECK_AT_ONCE = 500;

    private final AsyncConnection connection;

    DiagnosisIndex(AsyncConnection connection) {
        this.connection = connection;
    }

    /** Documents by code, codes ascending; reads the whole index, keys only. */
    public Map<String, Long> counts() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        try (ResultScanner rows = scanner(new Scan().setFilter(new FirstKeyOnlyFilter()))) {
            for (Result row = rows.next(); row != null; row = rows.next()) {
                counts.merge(DiagnosisKey.of(row.getRow()).code(), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** A page, in the order of row keys. */
    public List<DiagnosisRow> diagnosed(String codePrefix, @Nullable DiagnosisRow after, int limit) throws IOException {
        Scan scan = new Scan();
        byte[] prefix = codePrefix.getBytes(StandardCharsets.UTF_8);
        if (prefix.length > 0) {
            scan.setStartStopRowForPrefixScan(prefix);
        }
        if (after != null) {
            scan.withStartRow(new DiagnosisKey(after.code(), after.organisation(), after.documentId()).row(), false);
        }
        List<DiagnosisRow> page = new ArrayList<>();
        try (ResultScanner rows = scanner(scan)) {
            List<Result> some = next(rows, limit);
            while (page.size() < limit && !some.isEmpty()) {
                page.addAll(indexed(some));
                some = next(rows, limit);
            }
        }
        return List.copyOf(page.subList(0, Math.min(limit, page.size())));
    }

    private static List<Result> next(ResultScanner rows, int limit) throws IOException {
        return List.of(rows.next(Math.min(limit, CHECK_AT_ONCE)));
    }

    /** The rows of contents whose document is indexed, with the text of the first such content. */
    private List<DiagnosisRow> indexed(List<Result> rows) throws IOException {
        List<Get> gets = new ArrayList<>();
        for (Result row : rows) {
            DiagnosisKey key = DiagnosisKey.of(row.getRow());
            gets.add(digest(new DocumentKey(key.organisation(), key.documentId())));
            for (String digest : texts(row).keySet()) {
                gets.add(
                        digest(new DocumentKey(key.organisation(), key.documentId() + DocumentKey.SEPARATOR + digest)));
            }
        }
        List<Result> documents = Answers.await(
                connection.getTable(IndexTable.DOCUMENTS.hbaseName()).getAll(gets));
        List<DiagnosisRow> indexed = new ArrayList<>();
        int at = 0;
        for (Result row : rows) {
            DiagnosisKey key = DiagnosisKey.of(row.getRow());
            Result first = documents.get(at++);
            String text = null;
            for (Map.Entry<String, String> each : texts(row).entrySet()) {
                boolean present =
                        isOf(first, each.getKey()) || !documents.get(at).isEmpty();
                at++;
                text = text == null && present ? each.getValue() : text;
            }
            if (text != null) {
                indexed.add(new DiagnosisRow(key.code(), key.organisation(), key.documentId(), text));
            }
        }
        return indexed;
    }

    private static boolean isOf(Result document, String digest) {
        byte[] sha256 = document.getValue(DocumentCells.DESCRIPTION, DocumentCells.SHA_256);
        return sha256 != null && new String(sha256, StandardCharsets.US_ASCII).startsWith(digest);
    }

    private static Get digest(DocumentKey key) {
        return new Get(key.row()).addColumn(DocumentCells.DESCRIPTION, DocumentCells.SHA_256);
    }

    /** Beginning of the digest to the text in that content. */
    private static Map<String, String> texts(Result row) {
        Map<String, String> texts = new TreeMap<>();
        NavigableMap<byte[], byte[]> cells = row.getFamilyMap(DocumentPointers.DIAGNOSIS_TEXT);
        if (cells != null) {
            cells.forEach((digest, text) ->
                    texts.put(new String(digest, StandardCharsets.US_ASCII), new String(text, StandardCharsets.UTF_8)));
        }
        return texts;
    }

    private ResultScanner scanner(Scan scan) {
        return connection.getTable(IndexTable.DIAGNOSES.hbaseName()).getScanner(scan);
    }
}
