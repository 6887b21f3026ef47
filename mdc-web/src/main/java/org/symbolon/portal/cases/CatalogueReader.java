package org.symbolon.portal.cases;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.RecordArchive;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.CodedText;
import org.symbolon.portal.icd.DiseaseTree;
import org.symbolon.portal.icd.Icd10;
import org.symbolon.portal.icd.IcdCode;

/**
 * Reads the catalogue out of the archives and keeps it for a moment: a projection that is never stored. One thread reads at a
 * time. Thread-safe.
 */
public final class CatalogueReader {
    private static final int STUDIES_A_PAGE = 1_000;
    private static final int REST_FACTOR = 10;

    private final ObjectArchive objects;
    private final RecordArchive records;
    private final CatalogueLimits limits;
    private final Clock clock;
    private final Modalities modalities;
    private Catalogue kept;
    private Instant readAgainAt;

    public CatalogueReader(ObjectArchive objects, RecordArchive records, CatalogueLimits limits, Clock clock) {
        this.objects = objects;
        this.records = records;
        this.limits = limits;
        this.clock = clock;
        this.modalities = new Modalities(objects, limits.keepModalities(), clock);
        this.kept = new Catalogue(List.of(), new DiseaseTree(Icd10.standard(), List.of(), Map.of()), 0, 0, 0);
        this.readAgainAt = Instant.MIN;
    }

    /** The cases, read at most some seconds ago. */
    public synchronized Catalogue catalogue() throws IOException {
        Instant start = clock.instant();
        if (!start.isBefore(readAgainAt)) {
            kept = read();
            Instant end = clock.instant();
            Duration rest = Duration.between(start, end).multipliedBy(REST_FACTOR);
            readAgainAt = end.plus(rest.compareTo(limits.refreshAfter()) > 0 ? rest : limits.refreshAfter());
        }
        return kept;
    }

    private Catalogue read() throws IOException {
        Reading reading = new Reading();
        records.forEachDocument(null, reading::take);
        List<CaseSummary> cases = new ArrayList<>();
        for (Map.Entry<CaseKey, CaseCollector> each : reading.cases.entrySet()) {
            CaseCollector collector = each.getValue();
            cases.add(collector.summary(modalities.of(each.getKey().organisation(), collector.accessionNumbers())));
        }
        cases.sort(Comparator.comparing(CaseSummary::date)
                .reversed()
                .thenComparing(each -> each.key().organisation().value())
                .thenComparing(each -> each.key().id()));
        List<Collection<IcdCode>> codes = new ArrayList<>();
        cases.forEach(each -> codes.add(each.codes()));
        DiseaseTree diseases = new DiseaseTree(Icd10.standard(), codes, reading.texts);
        return new Catalogue(
                cases, diseases, reading.documents, reading.cases.size() + reading.documentsNotListed, countStudies());
    }

    private long countStudies() throws IOException {
        long studies = 0;
        for (OrganisationId organisation : objects.organisations()) {
            List<String> page = objects.studies(organisation, null, STUDIES_A_PAGE);
            while (!page.isEmpty() && studies < limits.maxStudies()) {
                studies += page.size();
                page = objects.studies(organisation, page.get(page.size() - 1), STUDIES_A_PAGE);
            }
        }
        return studies;
    }

    /** What one walk over the documents gathers. */
    private final class Reading {
        final Map<CaseKey, CaseCollector> cases = new LinkedHashMap<>();
        final Map<String, String> texts = new HashMap<>();
        long documents;
        long documentsNotListed;

        void take(DocumentRecord document) {
            documents++;
            CaseKey key = CaseKey.of(document);
            CaseCollector collector = cases.get(key);
            if (collector == null) {
                if (cases.size() >= limits.maxCases()) {
                    documentsNotListed++;
                    return;
                }
                collector = new CaseCollector(key, limits.maxTextCharacters());
                cases.put(key, collector);
            }
            collector.add(document);
            for (CodedText diagnosis : document.visit().diagnoses()) {
                if (!diagnosis.text().isEmpty()) {
                    CaseCollector.icd10(diagnosis).ifPresent(code -> texts.putIfAbsent(code.value(), diagnosis.text()));
                }
            }
        }
    }
}
