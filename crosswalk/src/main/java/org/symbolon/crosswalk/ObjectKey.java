package org.symbolon.crosswalk;

import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Names one anonymous object, as the data centre holds it. All UIDs are those after de-identification.
 *
 * @param studyUid Study Instance UID (0020,000D)
 * @param seriesUid Series Instance UID (0020,000E)
 * @param sopUid SOP Instance UID (0008,0018)
 * @param dataSetDigest digest of the anonymous data set as it lies on the wire, in lower-case hexadecimal: 64 digits are a
 *     SHA-256, which the data centre can check, 32 digits a keyed digest, which only the holder of the keystore can
 */
public record ObjectKey(String studyUid, String seriesUid, String sopUid, String dataSetDigest) {
    private static final int SHA256_DIGITS = 64;
    private static final int KEYED_DIGITS = 32;
    private static final int MAX_UID_CHARACTERS = 256;

    public ObjectKey {
        requireUid(studyUid);
        requireUid(seriesUid);
        requireUid(sopUid);
        requireDigest(dataSetDigest);
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

    /**
     * The digest of an object that is known to have a SHA-256.
     *
     * @throws SymbolonException {@code USAGE} where it has a keyed digest
     */
    public String dataSetSha256() {
        return sha256(dataSetDigest);
    }

    static String sha256(String digest) {
        if (digest.length() != SHA256_DIGITS) {
            throw new SymbolonException(
                    ErrorCode.USAGE, "This object has no SHA-256: it was de-identified from file to file");
        }
        return digest;
    }

    static void requireDigest(String text) {
        boolean digits = text.length() == SHA256_DIGITS || text.length() == KEYED_DIGITS;
        for (int i = 0; digits && i < text.length(); i++) {
            char c = text.charAt(i);
            digits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        if (!digits) {
            throw new SymbolonException(
                    ErrorCode.USAGE, "A digest is written as 32 or 64 lower-case hexadecimal digits");
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
