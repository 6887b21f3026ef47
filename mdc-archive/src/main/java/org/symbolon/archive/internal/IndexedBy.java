package org.symbolon.archive.internal;

/** What leads to series, or to studies. */
public enum IndexedBy {
    ACCESSION_NUMBER(IndexTable.ACCESSION_NUMBERS),
    STUDY(IndexTable.STUDIES),
    SOP_INSTANCE(IndexTable.SOP_INSTANCE_UIDS),
    /** Leads to studies. */
    PATIENT(IndexTable.PATIENTS);

    private final IndexTable table;

    IndexedBy(IndexTable table) {
        this.table = table;
    }

    IndexTable table() {
        return table;
    }
}
