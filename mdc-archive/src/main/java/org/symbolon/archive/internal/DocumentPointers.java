package org.symbolon.archive.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.hbase.client.Durability;
import org.apache.hadoop.hbase.client.Put;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;

/** What leads to one content of a document: a row for each accession number and visit, and for the patient. */
final class DocumentPointers {
    /** Longest accession, visit and patient number that the index takes. */
    static final int MAX_NUMBER_CHARACTERS = 1024;

    /** Kinds are cut there in the index; the document keeps them whole. */
    static final int MAX_TEXT_CHARACTERS = 1024;

    /** Most rows that one document may ask for. */
    static final int MAX_ROWS = 100_000;

    static final byte[] DOCUMENTS = ascii("h");

    private static final int VERSION = 1;

    private final OrganisationId organisation;
    private final String documentId;
    private final String sha256;
    private final VisitRecord visit;

    DocumentPointers(OrganisationId organisation, String documentId, String sha256, VisitRecord visit) {
        this.organisation = organisation;
        this.documentId = documentId;
        this.sha256 = sha256;
        this.visit = visit;
    }

    /** @throws SymbolonException LIMIT_EXCEEDED */
    Map<IndexTable, List<Put>> puts() {
        Map<IndexTable, List<Put>> puts = new EnumMap<>(IndexTable.class);
        byte[] kind = new ValueWriter(VERSION).text(cut(visit.kind())).toBytes();
        for (String number : visit.accessionNumbers()) {
            pointer(puts, IndexTable.ACCESSION_NUMBERS, number, kind);
        }
        pointer(puts, IndexTable.PATIENTS, visit.patientId(), kind);
        for (Visit each : visit.visits()) {
            byte[] value = new ValueWriter(VERSION)
                    .text(cut(visit.kind()))
                    .text(cut(each.previousNumber()))
                    .toBytes();
            pointer(puts, IndexTable.VISITS, each.number(), value);
        }
        return puts;
    }

    private void pointer(Map<IndexTable, List<Put>> puts, IndexTable table, String number, byte[] value) {
        if (number.isEmpty()) {
            return;
        }
        if (number.length() > MAX_NUMBER_CHARACTERS) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "An accession, visit or patient number has more than " + MAX_NUMBER_CHARACTERS + " characters");
        }
        byte[] reference = ascii(DocumentKey.reference(documentId, sha256));
        add(puts, table, new Put(table.row(organisation, number)).addColumn(DOCUMENTS, reference, value));
    }

    private static void add(Map<IndexTable, List<Put>> puts, IndexTable table, Put put) {
        List<Put> rows = puts.computeIfAbsent(table, t -> new ArrayList<>());
        if (rows.size() == MAX_ROWS) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "A record leads to more than " + MAX_ROWS + " rows of the index");
        }
        rows.add(put.setDurability(Durability.FSYNC_WAL));
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT_CHARACTERS ? text : text.substring(0, MAX_TEXT_CHARACTERS);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
