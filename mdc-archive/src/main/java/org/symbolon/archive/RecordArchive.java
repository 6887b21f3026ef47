package org.symbolon.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.internal.DocumentKey;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.VisitRecord;

/**
 * The textual records of the data centre: bytes in HDFS under {@code /organisation/hl7/document_id}, what they say in HBase's
 * {@code documents}, joined with images by accession number. Everything here is de-identified. Thread-safe; whoever opens it
 * closes it.
 */
public interface RecordArchive extends AutoCloseable {
    /** Whether the text may name a document: 1 to 64 of {@code 0-9A-Za-z-._}, and not of dots alone. */
    static boolean isDocumentId(String text) {
        return DocumentKey.isDocumentId(text);
    }

    /**
     * Stores a record: bytes on disk, then indexed, when it returns. The same record again changes nothing. Another record under
     * the same identifier is kept beside it and flagged.
     *
     * @param documentId see {@link #isDocumentId}
     * @param mediaType of the content
     * @param content not copied: do not change it
     * @param visit what it says
     * @throws IOException where the cluster failed: safe to repeat
     */
    DocumentReceipt store(
            OrganisationId organisation, String documentId, String mediaType, byte[] content, VisitRecord visit)
            throws IOException;

    /** Every content kept under the identifier, the first one first; empty where there is none. */
    List<DocumentRecord> document(OrganisationId organisation, String documentId) throws IOException;

    /** The documents joined to an accession number. */
    List<DocumentRecord> accession(OrganisationId organisation, String accessionNumber) throws IOException;

    /** The documents that speak of a visit. */
    List<DocumentRecord> visit(OrganisationId organisation, String visitNumber) throws IOException;

    /** The documents of a patient, by date. */
    List<DocumentRecord> patient(OrganisationId organisation, String patientId) throws IOException;

    /** The bytes as they were stored; digest checked: {@code DAMAGED} where it is another. */
    byte[] content(DocumentRecord document) throws IOException;

    /** Hands over every document, a page at a time. */
    void forEachDocument(@Nullable OrganisationId organisation, DocumentVisitor visitor) throws IOException;

    /** The one document with the identifier and digest. */
    default Optional<DocumentRecord> document(OrganisationId organisation, String documentId, String sha256)
            throws IOException {
        return document(organisation, documentId).stream()
                .filter(each -> each.sha256().equals(sha256))
                .findFirst();
    }

    @Override
    void close() throws IOException;

    /** Takes documents, one after another. */
    interface DocumentVisitor {
        void document(DocumentRecord document) throws IOException;
    }
}
