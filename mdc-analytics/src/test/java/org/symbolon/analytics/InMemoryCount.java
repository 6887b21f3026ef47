package org.symbolon.analytics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.LaboratoryResult;

/** The same questions, answered as plainly as can be: nothing of the jobs' code is used. */
final class InMemoryCount {
    private InMemoryCount() {}

    private static Map<String, List<SampleDocuments.Document>> visits(List<SampleDocuments.Document> documents) {
        Map<String, List<SampleDocuments.Document>> visits = new HashMap<>();
        for (SampleDocuments.Document document : documents) {
            String visit = document.visit().visits().isEmpty()
                    ? "document " + document.id()
                    : document.visit().visits().get(0).number();
            visits.computeIfAbsent(document.organisation() + " " + visit, unused -> new ArrayList<>())
                    .add(document);
        }
        return visits;
    }

    private static Set<String> codes(List<SampleDocuments.Document> visit) {
        Set<String> codes = new HashSet<>();
        for (SampleDocuments.Document document : visit) {
            for (CodedText diagnosis : document.visit().diagnoses()) {
                if (diagnosis.system().equals("ICD-10") && !diagnosis.code().equals("no code")) {
                    codes.add(diagnosis.code().equals("c341") ? "C34.1" : diagnosis.code());
                }
            }
        }
        return codes;
    }

    /** By year, sex and age band. */
    static Map<List<String>, Long> frequencies(List<SampleDocuments.Document> documents) {
        Map<List<String>, Long> counts = new HashMap<>();
        for (List<SampleDocuments.Document> visit : visits(documents).values()) {
            String date = visit.get(0).visit().date();
            String birth = visit.get(0).visit().birthDate();
            int age = Integer.parseInt(date.substring(0, 4)) - Integer.parseInt(birth.substring(0, 4));
            int completed = date.substring(5).compareTo(birth.substring(5)) < 0 ? age - 1 : age;
            String sex = visit.get(0).visit().sex();
            for (String code : codes(visit)) {
                String band =
                        completed >= 90 ? "90+" : String.format(Locale.ROOT, "%d0-%d9", completed / 10, completed / 10);
                counts.merge(List.of(code, date.substring(0, 4), sex.isEmpty() ? "unknown" : sex, band), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** Test, unit, group -> visits, then all values in ascending order. */
    static Map<List<String>, List<Double>> laboratory(List<SampleDocuments.Document> documents) {
        Map<List<String>, List<Double>> all =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (List<SampleDocuments.Document> visit : visits(documents).values()) {
            Map<List<String>, Set<Double>> measured = new HashMap<>();
            for (SampleDocuments.Document document : visit) {
                for (LaboratoryResult result : document.visit().laboratoryResults()) {
                    if (!result.value().equals("negative")) {
                        String test = result.test().code().isEmpty()
                                ? "Strip"
                                : "LOINC " + result.test().code();
                        measured.computeIfAbsent(List.of(test, result.unit()), unused -> new TreeSet<>())
                                .add(Double.parseDouble(result.value().replace(',', '.')));
                    }
                }
            }
            Set<String> groups = new HashSet<>();
            codes(visit).forEach(code -> groups.add(code.substring(0, 3)));
            if (groups.isEmpty()) {
                groups.add("none");
            }
            measured.forEach((test, values) -> groups.forEach(group -> {
                List<Double> row = all.computeIfAbsent(List.of(test.get(0), test.get(1), group), unused -> {
                    List<Double> fresh = new ArrayList<>();
                    fresh.add(0.0);
                    return fresh;
                });
                row.set(0, row.get(0) + 1);
                row.addAll(values);
            }));
        }
        return all;
    }
}
