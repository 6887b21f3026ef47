package org.symbolon.testkit.score;

/**
 * One file of the planted corpus.
 *
 * @param name below the corpus, with slashes
 * @param kind modality of an image ({@code CT}), or format of a textual record ({@code HL7v2})
 * @param sopInstanceUid empty for a textual record
 * @param patientId as planted
 * @param charset of a textual record, as Java names it; empty for DICOM
 * @param quarantine whether a tool that cannot be sure may keep the object back for a person to look at
 */
public record ExamObject(
        String name, String kind, String sopInstanceUid, String patientId, String charset, Quarantine quarantine) {
    /** What may become of the object as a whole. */
    public enum Quarantine {
        FORBIDDEN,
        ALLOWED
    }

    public boolean isRecord() {
        return sopInstanceUid.isEmpty();
    }
}
