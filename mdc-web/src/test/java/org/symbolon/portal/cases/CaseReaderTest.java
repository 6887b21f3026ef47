package org.symbolon.portal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;
import org.symbolon.portal.MemoryRecords;
import org.symbolon.portal.SampleCases;

class CaseReaderTest {
    private final MemoryRecords records = new MemoryRecords();

    @ParameterizedTest
    @ValueSource(strings = {".7K2-CHEST", "...", "~._-", "V"})
    void documentsOfAnUnusualVisitNumberAreOneCase(String visit) throws IOException {
        CaseKey first = store("doc1", visit, "2024-01-01");
        CaseKey second = store("doc2", visit, "2024-01-02");

        assertThat(first).isEqualTo(second);
        assertThat(first.id()).isEqualTo(visit);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", ""})
    void aVisitNumberThatNoPathCanCarryLeavesTheDocumentByItself(String visit) throws IOException {
        assertThat(store("doc1", visit, "2024-01-01").id()).isEqualTo("doc1");
    }

    @Test
    void aDiagnosisThatTwoDocumentsNameIsListedOnce() throws IOException {
        CaseKey key = store("doc1", "V1", "2024-01-01");
        store("doc2", "V1", "2024-01-02");

        CaseFile file = new CaseReader(records).read(key).orElseThrow();

        assertThat(file.documents()).hasSize(2);
        assertThat(file.diagnoses()).extracting(CaseFile.Coded::code).containsExactly("C34.1");
    }

    private CaseKey store(String documentId, String visit, String date) throws IOException {
        VisitRecord record = new VisitRecord(
                "ORU^R01",
                documentId,
                "PX1",
                "F",
                "1960-01-01",
                date,
                "en",
                List.of(new Visit(visit, "", date, "", "")),
                List.of(),
                List.of(new CodedText(CodedText.ICD_10, "C34.1", "Upper lobe", date)),
                List.of(),
                List.of(),
                List.of());
        return CaseKey.of(records.store(SampleCases.HOSPITAL, documentId, "application/hl7-v2", new byte[0], record)
                .document());
    }
}
