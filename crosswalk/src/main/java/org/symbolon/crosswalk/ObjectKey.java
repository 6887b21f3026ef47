package org.symbolon.crosswalk;

import java.util.regex.Pattern;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Names one anonymous object, as the data centre holds it. All UIDs are those after de-identification.
 *
 * @param studyUid Study Instance UID (0020,000D)
 * @param seriesUid Series Instance UID (0020,000E)
 * @param sopUid SOP Instance UID (0008,0018)
 * @param dataSetSha256 SHA-256 of the anonymous data set as it lies on the wire, 64 lower-case hexadecimal digits
 */
public record ObjectKey(String studyUid, String seriesUid, String sopUid, String dataSetSha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_UID_CHARACTERS = 256;

    public ObjectKey {
        requireUid(studyUid);
        requireUid(seriesUid);
        requireUid(sopUid);
        requireSha256(dataSetSha256);
    }

    /** Where the UIDs of study and series stand for images: the archive's folder of textual records. */
    private static final String DOCUMENTS = "hl7";

    /**
     * The key of a textual record.
     *
     * @param documentId as the data centre knows it
     * @param sha256 of the anonymous record
     */
    public static ObjectKey document(String documentId, String sha256) {
        return new ObjectKey(DOCUMENTS, DOCUMENTS, documentId, sha256);
    }

    /** Whether this is a textual record, made by {@link #document}. */
    public boolean isDocument() {
        return seriesUid.equals(DOCUMENTS);
    }

    /** The identifier of a textual record. */
    public String documentId() {
        return sopUid;
    }

    static void requireSha256(String text) {
        if (!SHA256.matcher(text).matches()) {
            throw new SymbolonException(
                    ErrorCode.USAGE, "A SHA-256 digest is written as 64 lower-case hexadecimal digits");
        }
    }

    private static void requireUid(String uid) {
        if (uid.isEmpty() || uid.length() > MAX_UID_CHARACTERS) {
            throw new SymbolonException(
                    ErrorCode.MISSING_UID,
                    "An object key needs study, series and SOP UIDs of at most " + MAX_UID_CHARACTERS + " characters");
        }
    }

    /** Shows nothing, since a profile may keep the hospital's own UIDs. */
    @Override
    public String toString() {
        return "[object key]";
    }
}
