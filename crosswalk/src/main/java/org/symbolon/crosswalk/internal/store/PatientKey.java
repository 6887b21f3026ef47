package org.symbolon.crosswalk.internal.store;

/** A patient's own key, unwrapped, with where the patient stands. */
final class PatientKey {
    private final long row;
    private final String pseudonym;
    private final byte[] key;

    PatientKey(long row, String pseudonym, byte[] key) {
        this.row = row;
        this.pseudonym = pseudonym;
        this.key = key;
    }

    long row() {
        return row;
    }

    String pseudonym() {
        return pseudonym;
    }

    /** Not a copy. */
    byte[] key() {
        return key;
    }
}
