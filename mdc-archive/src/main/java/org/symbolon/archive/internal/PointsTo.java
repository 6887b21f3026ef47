package org.symbolon.archive.internal;

/** What leads to documents. */
public enum PointsTo {
    DOCUMENTS_OF_ACCESSION_NUMBER(IndexTable.ACCESSION_NUMBERS),
    DOCUMENTS_OF_VISIT(IndexTable.VISITS),
    DOCUMENTS_OF_PATIENT(IndexTable.PATIENTS);

    private final IndexTable table;

    PointsTo(IndexTable table) {
        this.table = table;
    }

    IndexTable table() {
        return table;
    }
}
