package org.symbolon.archive;

import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.internal.DocumentIndex;
import org.symbolon.archive.internal.DocumentStore;
import org.symbolon.archive.internal.ObjectFiles;
import org.symbolon.archive.internal.PointsTo;
import org.symbolon.archive.internal.WriterClaim;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.VisitRecord;

/** One HDFS file a document, at {@code /organisation/hl7/document_id}, and its rows in HBase. Thread-safe. */
public final class PlainRecordArchive implements RecordArchive {
    /** No writer has such a name, so a {@link PlainArchive} of the same options may be open as well. */
    private static final String WRITER_SUFFIX = "~records";

    private final WriterClaim claim;
    private final ObjectFiles files;
    private final DocumentIndex index;
    private final DocumentStore store;

    private PlainRecordArchive(WriterClaim claim, ObjectFiles files, DocumentIndex index) {
        this.claim = claim;
        this.files = files;
        this.index = index;
        this.store = new DocumentStore(files, index, Clock.systemUTC());
    }

    /**
     * Makes tables and column families that are missing, and removes temporary files that an earlier run of this writer left.
     *
     * @throws org.symbolon.model.SymbolonException CONFIGURATION where this process has an archive of the same writer open
     */
    public static PlainRecordArchive open(StorageCluster cluster, ArchiveOptions options) throws IOException {
        Configuration configuration = cluster.configuration();
        String writer = options.writer() + WRITER_SUFFIX;
        WriterClaim claim = WriterClaim.of(configuration, writer);
        try {
            ObjectFiles files = ObjectFiles.open(configuration, writer, options.replication());
            try {
                return new PlainRecordArchive(claim, files, DocumentIndex.open(configuration, options.regions()));
            } catch (IOException | RuntimeException e) {
                files.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    @Override
    public DocumentReceipt store(
            OrganisationId organisation, String documentId, String mediaType, byte[] content, VisitRecord visit)
            throws IOException {
        return store.store(organisation, documentId, mediaType, content, visit);
    }

    @Override
    public List<DocumentRecord> document(OrganisationId organisation, String documentId) throws IOException {
        return index.contents(organisation, documentId);
    }

    @Override
    public List<DocumentRecord> accession(OrganisationId organisation, String accessionNumber) throws IOException {
        return index.pointed(PointsTo.DOCUMENTS_OF_ACCESSION_NUMBER, organisation, accessionNumber);
    }

    @Override
    public List<DocumentRecord> visit(OrganisationId organisation, String visitNumber) throws IOException {
        return index.pointed(PointsTo.DOCUMENTS_OF_VISIT, organisation, visitNumber);
    }

    @Override
    public List<DocumentRecord> patient(OrganisationId organisation, String patientId) throws IOException {
        return index.pointed(PointsTo.DOCUMENTS_OF_PATIENT, organisation, patientId).stream()
                .sorted(Comparator.comparing(
                                (DocumentRecord document) -> document.visit().date())
                        .thenComparing(DocumentRecord::documentId)
                        .thenComparing(DocumentRecord::sha256))
                .toList();
    }

    @Override
    public byte[] content(DocumentRecord document) throws IOException {
        return store.content(document);
    }

    @Override
    public void forEachDocument(@Nullable OrganisationId organisation, DocumentVisitor visitor) throws IOException {
        index.forEach(organisation, visitor);
    }

    /** The cluster stays. */
    @Override
    public void close() throws IOException {
        try {
            index.close();
        } finally {
            files.close();
            claim.close();
        }
    }
}
