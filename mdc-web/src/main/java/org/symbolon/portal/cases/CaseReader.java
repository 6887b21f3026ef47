package org.symbolon.portal.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.archive.RecordArchive;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;
import org.symbolon.portal.icd.IcdCode;

/** Puts the documents of a case together. Thread-safe. */
public final class CaseReader {
    private static final int MAX_TEXT_CHARACTERS = 4_000;
    private static final int MAX_OTHER_DOCUMENTS = 1_000;

    private final RecordArchive records;

    public CaseReader(RecordArchive records) {
        this.records = records;
    }

    /** Empty where nothing is known under the key. */
    public Optional<CaseFile> read(CaseKey key) throws IOException {
        List<DocumentRecord> documents = documents(key);
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        CaseKey actual = CaseKey.of(documents.get(0));
        String patientId = first(documents, VisitRecord::patientId);
        List<VisitRecord> visits = documents.stream().map(DocumentRecord::visit).toList();
        return Optional.of(new CaseFile(
                summary(actual, documents),
                first(documents, each -> firstVisit(each).map(Visit::end).orElse("")),
                patientId,
                first(documents, each -> firstVisit(each).map(Visit::kind).orElse("")),
                first(documents, VisitRecord::language),
                CaseSections.of(visits),
                coded(visits, VisitRecord::diagnoses),
                coded(visits, VisitRecord::procedures),
                visits.stream()
                        .flatMap(each -> each.laboratoryResults().stream())
                        .distinct()
                        .map(LaboratoryRow::of)
                        .toList(),
                documents.stream()
                        .map(each -> new CaseFile.Source(
                                each.visit().kind(), each.mediaType(), CaseCollector.day(each.visit())))
                        .toList(),
                visitsOfPatient(actual, patientId),
                accessionNumbers(visits)));
    }

    /** The documents of the visit with that number; without one, the document's own visit, or it alone. */
    private List<DocumentRecord> documents(CaseKey key) throws IOException {
        List<DocumentRecord> ofVisit = aboutVisit(key, key.id());
        if (!ofVisit.isEmpty()) {
            return ofVisit;
        }
        List<DocumentRecord> named = records.document(key.organisation(), key.id());
        String visit = named.isEmpty() ? "" : CaseKey.visitNumber(named.get(0));
        return visit.isEmpty() ? named : aboutVisit(key, visit);
    }

    /** A document may speak of earlier visits as well: those are not what it is about. */
    private List<DocumentRecord> aboutVisit(CaseKey key, String visitNumber) throws IOException {
        return records.visit(key.organisation(), visitNumber).stream()
                .filter(each -> CaseKey.visitNumber(each).equals(visitNumber))
                .sorted(Comparator.comparing((DocumentRecord each) -> CaseCollector.day(each.visit()))
                        .thenComparing(DocumentRecord::documentId))
                .toList();
    }

    private List<CaseFile.OtherVisit> visitsOfPatient(CaseKey current, String patientId) throws IOException {
        if (patientId.isEmpty()) {
            return List.of();
        }
        Map<CaseKey, List<DocumentRecord>> cases = new LinkedHashMap<>();
        records.patient(current.organisation(), patientId).stream()
                .limit(MAX_OTHER_DOCUMENTS)
                .forEach(each -> cases.computeIfAbsent(CaseKey.of(each), key -> new ArrayList<>())
                        .add(each));
        return cases.entrySet().stream()
                .map(each -> {
                    CaseSummary summary = summary(each.getKey(), each.getValue());
                    return new CaseFile.OtherVisit(
                            each.getKey(),
                            summary.date(),
                            summary.title(),
                            each.getKey().equals(current));
                })
                .sorted(Comparator.comparing(CaseFile.OtherVisit::date))
                .toList();
    }

    private static CaseSummary summary(CaseKey key, List<DocumentRecord> documents) {
        CaseCollector collector = new CaseCollector(key, MAX_TEXT_CHARACTERS);
        documents.forEach(collector::add);
        return collector.summary(Set.of());
    }

    /** Each once, however many documents of the case name it, on whatever day and in whatever case of letters. */
    private static List<CaseFile.Coded> coded(List<VisitRecord> visits, Function<VisitRecord, List<CodedText>> which) {
        Map<String, CaseFile.Coded> all = new LinkedHashMap<>();
        for (VisitRecord visit : visits) {
            for (CodedText each : which.apply(visit)) {
                Optional<IcdCode> icd = CaseCollector.icd10(each);
                String code = icd.map(IcdCode::display).orElse(each.code());
                String key = String.join(
                        "\0", each.system(), code, each.text().strip().toLowerCase(Locale.ROOT));
                all.putIfAbsent(key, new CaseFile.Coded(icd, each.system(), each.code(), each.text(), each.date()));
            }
        }
        return List.copyOf(all.values());
    }

    private static Set<String> accessionNumbers(List<VisitRecord> visits) {
        Set<String> numbers = new TreeSet<>();
        visits.forEach(each -> numbers.addAll(each.accessionNumbers()));
        return numbers;
    }

    private static Optional<Visit> firstVisit(VisitRecord record) {
        return record.visits().stream().findFirst();
    }

    private static String first(List<DocumentRecord> documents, Function<VisitRecord, String> what) {
        return documents.stream()
                .map(each -> what.apply(each.visit()))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }
}
