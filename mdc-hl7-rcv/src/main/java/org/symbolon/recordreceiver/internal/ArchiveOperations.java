package org.symbolon.recordreceiver.internal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.symbolon.archive.ClientOrganisations;
import org.symbolon.archive.DocumentReceipt;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.archive.RecordArchive;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.RecordReader;

/** The data centre's: what can be read is stored in its archive. */
public final class ArchiveOperations implements Operations {
    private final RecordArchive archive;
    private final ClientOrganisations organisations;
    private final RecordReader reader;

    public ArchiveOperations(RecordArchive archive, ClientOrganisations organisations, RecordReader reader) {
        this.archive = archive;
        this.organisations = organisations;
        this.reader = reader;
    }

    @Override
    public Optional<OrganisationId> organisation(X509Certificate certificate) {
        return organisations.of(certificate);
    }

    @Override
    public Answer store(OrganisationId organisation, RequestHead.Post request, byte[] content) throws IOException {
        ClinicalRecord read = reader.read(content);
        if (read.format() != request.format()) {
            throw new SymbolonException(ErrorCode.UNSUPPORTED_FORMAT, "The content is not what its Content-Type says");
        }
        String documentId = request.documentId() != null ? request.documentId() : Sha256.hex(content);
        DocumentReceipt receipt =
                archive.store(organisation, documentId, read.format().mediaType(), content, read.visit());
        return Answer.stored(receipt.outcome(), documentId, receipt.document().sha256());
    }

    @Override
    public Answer fetch(OrganisationId organisation, RequestHead.Get request) throws IOException {
        List<DocumentRecord> contents = archive.document(organisation, request.documentId());
        DocumentRecord document = contents.stream()
                .filter(each -> request.sha256() == null || each.sha256().equals(request.sha256()))
                .findFirst()
                .orElseThrow(() -> new SymbolonException(ErrorCode.NOT_FOUND, "There is no such record"));
        if (document.length() > request.reservedBytes()) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "The record is longer than hl7.max-record allows to be given out");
        }
        return Answer.of(200, document.mediaType(), archive.content(document))
                .with(RequestHead.SHA_256, document.sha256());
    }
}
