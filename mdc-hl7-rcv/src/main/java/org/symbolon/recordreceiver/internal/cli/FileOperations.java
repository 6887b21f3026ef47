package org.symbolon.recordreceiver.internal.cli;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.archive.cli.Destination;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordReader;
import org.symbolon.recordreceiver.internal.Answer;
import org.symbolon.recordreceiver.internal.Operations;
import org.symbolon.recordreceiver.internal.RequestHead;
import org.symbolon.recordreceiver.internal.Sha256;

/** {@code hl7rcv}'s: every record, de-identified or not, becomes a file; nothing is given back. */
final class FileOperations implements Operations {
    private static final String FOLDER = "hl7";

    private final Destination destination;
    private final OrganisationId organisation;

    /** @param organisation of everybody */
    FileOperations(Destination destination, OrganisationId organisation) {
        this.destination = destination;
        this.organisation = organisation;
    }

    @Override
    public Optional<OrganisationId> organisation(X509Certificate certificate) {
        return Optional.of(organisation);
    }

    @Override
    public Answer store(OrganisationId sender, RequestHead.Post request, byte[] content) throws IOException {
        if (!RecordReader.detect(content).equals(Optional.of(request.format()))) {
            throw new SymbolonException(ErrorCode.UNSUPPORTED_FORMAT, "The content is not what its Content-Type says");
        }
        String sha256 = Sha256.hex(content);
        String documentId = request.documentId() == null ? sha256 : request.documentId();
        try (Destination.Draft draft = destination.begin()) {
            draft.stream().write(content);
            draft.keep(new Destination.FileName(FOLDER, documentId), sha256);
        }
        return Answer.stored(StoreOutcome.STORED, documentId, sha256);
    }

    @Override
    public Answer fetch(OrganisationId sender, RequestHead.Get request) {
        throw new SymbolonException(ErrorCode.NOT_FOUND, "This receiver gives nothing back");
    }
}
