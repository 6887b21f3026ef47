package org.symbolon.agent;

/** Which originals to bring home. {@link #toString} does not tell the value. */
public record RetrieveQuery(Kind kind, String value) {
    /** What the value is. */
    public enum Kind {
        /** The hospital's own accession number. */
        ACCESSION,
        /** The hospital's own Study Instance UID. */
        STUDY,
        /** The hospital's own number of a visit: its records, and the images of their accession numbers. */
        VISIT,
        /** The hospital's own patient ID: everything of everybody who has it, records in order of date. */
        PATIENT,
        /** No value: whatever this agent has archived. */
        EVERYTHING
    }

    public static RetrieveQuery accession(String accessionNumber) {
        return new RetrieveQuery(Kind.ACCESSION, accessionNumber);
    }

    public static RetrieveQuery study(String studyInstanceUid) {
        return new RetrieveQuery(Kind.STUDY, studyInstanceUid);
    }

    public static RetrieveQuery visit(String visitNumber) {
        return new RetrieveQuery(Kind.VISIT, visitNumber);
    }

    public static RetrieveQuery patient(String patientId) {
        return new RetrieveQuery(Kind.PATIENT, patientId);
    }

    public static RetrieveQuery everything() {
        return new RetrieveQuery(Kind.EVERYTHING, "");
    }

    @Override
    public String toString() {
        return "[" + kind + "]";
    }
}
