package org.symbolon.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;

/** Made-up records: the archive does not read the bytes, so they are any. */
record SampleRecord(String documentId, String text, VisitRecord visit) {
    static final String MEDIA_TYPE = "application/hl7-v2";

    /** Record {@code number} of a patient of four, of a visit of two, with its accession number and diagnosis. */
    static SampleRecord of(int number) {
        return of(number, "record " + number);
    }

    static SampleRecord of(int number, String text) {
        int visit = number / 2;
        VisitRecord says = new VisitRecord(
                "ORU^R01",
                "own-" + number,
                "PSN" + number / 4,
                "F",
                "1950-02-03",
                "2020-01-%02dT10:00".formatted(28 - number % 28),
                "lt",
                List.of(new Visit("V" + visit, visit > 0 ? "V" + (visit - 1) : "", "2020-01-01", "", "inpatient")),
                List.of("ACC" + number / 4),
                List.of(
                        new CodedText(CodedText.ICD_10, "C34." + number % 3, "Plaučių vėžys " + number, "2020-01-01"),
                        new CodedText(CodedText.SNOMED_CT, "254637007", "not ICD-10", "")),
                List.of(),
                List.of(),
                List.of(new Description(Description.Kind.CT, "CT", text, "")));
        return new SampleRecord("doc-" + number, text, says);
    }

    byte[] content() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    DocumentReceipt store(RecordArchive archive, OrganisationId organisation) throws IOException {
        return archive.store(organisation, documentId, MEDIA_TYPE, content(), visit);
    }
}
