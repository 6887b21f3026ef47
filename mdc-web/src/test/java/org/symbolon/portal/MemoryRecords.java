package org.symbolon.portal;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.DocumentReceipt;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.archive.RecordArchive;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.VisitRecord;

/** Documents in memory that keep the promises of the interface as far as a reader can see them. */
public final class MemoryRecords implements RecordArchive {
    private final List<DocumentRecord> documents = new CopyOnWriteArrayList<>();

    @Override
    public DocumentReceipt store(
            OrganisationId organisation, String documentId, String mediaType, byte[] content, VisitRecord visit) {
        DocumentRecord document = new DocumentRecord(
                organisation,
                documentId,
                mediaType,
                "/" + organisation + "/hl7/" + documentId,
                content.length,
                "0".repeat(64),
                false,
                Instant.EPOCH,
                visit);
        documents.add(document);
        return new DocumentReceipt(StoreOutcome.STORED, document);
    }

    @Override
    public List<DocumentRecord> document(OrganisationId organisation, String documentId) {
        return where(organisation, each -> each.documentId().equals(documentId));
    }

    @Override
    public List<DocumentRecord> accession(OrganisationId organisation, String number) {
        return where(organisation, each -> each.visit().accessionNumbers().contains(number));
    }

    @Override
    public List<DocumentRecord> visit(OrganisationId organisation, String number) {
        return where(
                organisation,
                each -> each.visit().visits().stream()
                        .anyMatch(visit -> visit.number().equals(number)));
    }

    @Override
    public List<DocumentRecord> patient(OrganisationId organisation, String patientId) {
        return where(organisation, each -> each.visit().patientId().equals(patientId)).stream()
                .sorted(Comparator.comparing(each -> each.visit().date()))
                .toList();
    }

    @Override
    public byte[] content(DocumentRecord document) {
        return new byte[(int) document.length()];
    }

    @Override
    public void forEachDocument(@Nullable OrganisationId organisation, DocumentVisitor visitor) throws IOException {
        for (DocumentRecord each : documents) {
            if (organisation == null || each.organisation().equals(organisation)) {
                visitor.document(each);
            }
        }
    }

    @Override
    public void close() {
        documents.clear();
    }

    private List<DocumentRecord> where(OrganisationId organisation, Predicate<DocumentRecord> which) {
        return documents.stream()
                .filter(each -> each.organisation().equals(organisation) && which.test(each))
                .toList();
    }
}
