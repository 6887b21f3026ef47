package org.symbolon.analytics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.symbolon.archive.RecordArchive;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.LaboratoryResult;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;

/** Documents of two hospitals whose visit numbers are alike; several speak of one visit and repeat each other. */
final class SampleDocuments {
    static final List<OrganisationId> HOSPITALS = List.of(new OrganisationId("north"), new OrganisationId("south"));
    private static final int DOCUMENTS = 240;
    private static final int VISITS = 60;
    private static final String[] CODES = {"C34.1", "c341", "C34.9", "J18.9", "I10", "E11.9", "A15.0", "no code"};
    private static final String[] TESTS = {"718-7", "2160-0", ""};

    private final Random random = new Random(20261121);

    record Document(OrganisationId organisation, String id, VisitRecord visit) {}

    List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            int visit = random.nextInt(VISITS);
            OrganisationId hospital = HOSPITALS.get(random.nextInt(HOSPITALS.size()));
            documents.add(new Document(hospital, "doc-" + i, record(visit, random.nextInt(10) > 0)));
        }
        return documents;
    }

    static void store(List<Document> documents, RecordArchive archive) throws IOException {
        for (Document document : documents) {
            byte[] content = document.id().getBytes(StandardCharsets.UTF_8);
            archive.store(document.organisation(), document.id(), "text/plain", content, document.visit());
        }
    }

    private VisitRecord record(int visit, boolean numbered) {
        String day = String.format(Locale.ROOT, "%d-%02d-11", 2022 + visit % 4, 1 + visit % 12);
        return new VisitRecord(
                "ORU^R01",
                "",
                "P" + visit,
                visit % 7 == 0 ? "" : visit % 2 == 0 ? "F" : "M",
                (1930 + visit) + "-06-15",
                day,
                "en",
                numbered ? List.of(new Visit("V" + visit, "", day, "", "")) : List.of(),
                List.of(),
                diagnoses(visit),
                List.of(),
                results(visit, day),
                List.of());
    }

    private List<CodedText> diagnoses(int visit) {
        List<CodedText> diagnoses = new ArrayList<>();
        diagnoses.add(new CodedText(CodedText.ICD_10, CODES[visit % 3], "Lung cancer", ""));
        for (int i = random.nextInt(3); i > 0; i--) {
            diagnoses.add(new CodedText(CodedText.ICD_10, CODES[random.nextInt(CODES.length)], "", ""));
        }
        diagnoses.add(new CodedText(CodedText.ICD_9, "162.3", "", ""));
        return random.nextInt(5) == 0 ? List.of() : diagnoses;
    }

    private List<LaboratoryResult> results(int visit, String day) {
        List<LaboratoryResult> results = new ArrayList<>();
        for (int i = 0; i < TESTS.length; i++) {
            CodedText test = new CodedText(CodedText.LOINC, TESTS[i], i == 2 ? "Strip" : "Test " + i, day);
            String value = random.nextBoolean() ? "10," + visit : Integer.toString(random.nextInt(30));
            results.add(new LaboratoryResult(test, value, i == 0 ? "g/dL" : "", "", "", day));
            results.add(new LaboratoryResult(test, "negative", "", "", "", day));
        }
        return results;
    }
}
