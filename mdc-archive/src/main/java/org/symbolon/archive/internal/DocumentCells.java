package org.symbolon.archive.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.NavigableMap;
import org.apache.hadoop.hbase.client.Durability;
import org.apache.hadoop.hbase.client.Put;
import org.apache.hadoop.hbase.client.Result;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.archive.DocumentRows;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.visit.VisitRecord;

/**
 * The cells of a row of {@code documents}, version 1 (docs/format/archive.md). All of them are text, so that any HBase client
 * can read them.
 */
public final class DocumentCells {
    static final byte[] DESCRIPTION = ascii(DocumentRows.DESCRIPTION_FAMILY);
    static final byte[] VISIT = ascii(DocumentRows.VISIT_FAMILY);
    static final byte[] SHA_256 = ascii("sha256");

    /** HBase takes cells of at most 10 MB; what a large record says is parted. */
    static final int MAX_CELL_BYTES = 4 << 20;

    private static final String VERSION = "1";
    private static final byte[] VERSION_CELL = ascii("version");
    private static final byte[] MEDIA_TYPE = ascii("media-type");
    private static final byte[] LOCATION = ascii("location");
    private static final byte[] LENGTH = ascii("length");
    private static final byte[] CONFLICT = ascii("conflict");
    private static final byte[] RECEIVED = ascii("received");

    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentCells() {}

    static Put put(DocumentKey key, DocumentRecord document) {
        Put put = new Put(key.row()).setDurability(Durability.FSYNC_WAL);
        describe(put, VERSION_CELL, VERSION);
        describe(put, MEDIA_TYPE, document.mediaType());
        describe(put, LOCATION, document.location());
        describe(put, LENGTH, Long.toString(document.length()));
        describe(put, SHA_256, document.sha256());
        describe(put, CONFLICT, Boolean.toString(document.conflict()));
        describe(put, RECEIVED, document.received().toString());
        byte[] json = json(document.visit());
        for (int from = 0, part = 0; from < json.length; from += MAX_CELL_BYTES, part++) {
            byte[] cell = Arrays.copyOfRange(json, from, Math.min(json.length, from + MAX_CELL_BYTES));
            put.addColumn(VISIT, ascii(String.format(Locale.ROOT, "%04d", part)), cell);
        }
        return put;
    }

    private static void describe(Put put, byte[] qualifier, String value) {
        put.addColumn(DESCRIPTION, qualifier, value.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws SymbolonException DAMAGED */
    public static DocumentRecord read(Result row) {
        DocumentKey key = DocumentKey.of(row.getRow());
        if (!VERSION.equals(text(row, VERSION_CELL))) {
            throw damaged("has a version that this program does not know", null);
        }
        try {
            return new DocumentRecord(
                    key.organisation(),
                    key.documentId(),
                    text(row, MEDIA_TYPE),
                    text(row, LOCATION),
                    Long.parseLong(text(row, LENGTH)),
                    text(row, SHA_256),
                    Boolean.parseBoolean(text(row, CONFLICT)),
                    Instant.parse(text(row, RECEIVED)),
                    visit(row));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw damaged("has a number or time that is none", e);
        }
    }

    private static VisitRecord visit(Result row) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        NavigableMap<byte[], byte[]> parts = row.getFamilyMap(VISIT);
        if (parts != null) {
            parts.values().forEach(json::writeBytes);
        }
        try {
            return JSON.readValue(json.toByteArray(), VisitRecord.class);
        } catch (IOException | RuntimeException e) {
            throw damaged("does not say what its record says", e);
        }
    }

    private static byte[] json(VisitRecord visit) {
        try {
            return JSON.writeValueAsBytes(visit);
        } catch (JsonProcessingException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "What a record says could not be written as JSON", e);
        }
    }

    private static String text(Result row, byte[] qualifier) {
        byte[] value = row.getValue(DESCRIPTION, qualifier);
        if (value == null) {
            throw damaged("lacks a cell", null);
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    private static SymbolonException damaged(String what, @Nullable Throwable cause) {
        return new SymbolonException(ErrorCode.DAMAGED, "A row of the documents " + what, cause);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
