package org.symbolon.archive.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/**
 * Names one content of a document: file name and row key. The first content that came has the plain name, others have the
 * beginning of their digest behind it.
 *
 * @param name document identifier, or document identifier, {@code ~} and the first 16 digits of the SHA-256
 */
public record DocumentKey(OrganisationId organisation, String name) {
    static final String SEPARATOR = "~";
    static final int DIGEST_CHARACTERS = 16;
    private static final Pattern DOCUMENT_ID = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    /** As {@link org.symbolon.archive.RecordArchive#isDocumentId}. */
    public static boolean isDocumentId(String text) {
        return DOCUMENT_ID.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }

    /** @throws SymbolonException USAGE */
    static DocumentKey first(OrganisationId organisation, String documentId) {
        if (!isDocumentId(documentId)) {
            throw new SymbolonException(
                    ErrorCode.USAGE, "A document identifier is 1 to 64 of 0-9 A-Z a-z . - and _, and no . or .. alone");
        }
        return new DocumentKey(organisation, documentId);
    }

    /** The key of another content of the same document. */
    DocumentKey beside(String sha256) {
        return new DocumentKey(organisation, reference(documentId(), sha256));
    }

    /** How the index names a content, whichever of the two names it has. */
    static String reference(String documentId, String sha256) {
        return documentId + SEPARATOR + sha256.substring(0, DIGEST_CHARACTERS);
    }

    /** @throws SymbolonException DAMAGED */
    static DocumentKey of(byte[] row) {
        int end = 0;
        while (end < row.length && row[end] != 0) {
            end++;
        }
        if (end == row.length) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A row of the documents has no organisation");
        }
        String organisation = new String(row, 0, end, StandardCharsets.US_ASCII);
        String name = new String(Arrays.copyOfRange(row, end + 1, row.length), StandardCharsets.US_ASCII);
        return new DocumentKey(new OrganisationId(organisation), name);
    }

    String documentId() {
        int separator = name.indexOf(SEPARATOR);
        return separator < 0 ? name : name.substring(0, separator);
    }

    byte[] row() {
        return RowKeys.plain(organisation, name);
    }

    /** Path in HDFS. */
    String location() {
        return "/" + organisation + "/hl7/" + name;
    }
}
