package org.symbolon.testkit.internal.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What people of the sample hospital suffer from, by the kind of study they come for. Lung cancer is common here. */
final class Diseases {
    private static final List<String> LUNG = List.of(
            "C34.1", "C34.3", "C34.2", "C34.1", "C38.4", "C34.9", "C33", "C37", "C34.1", "C34.0", "C38.1", "C39.9");
    private static final List<String> ALSO = List.of("I10", "J44.9", "E11.9");

    private final Map<String, String[]> titles = new HashMap<>();

    Diseases() {
        Table.read("diseases.tsv").forEach(row -> titles.put(row[0], row));
    }

    /** ICD-10 codes, the main one first. */
    List<String> codes(String modality, int person, int study) {
        String main = switch (modality) {
            case "CT" -> LUNG.get((person * 5 + study) % LUNG.size());
            case "MR" -> person % 2 == 0 ? "C79.3" : "I63.9";
            case "MG" -> person % 2 == 0 ? "N60.0" : "C50.4";
            case "US" -> "I50.9";
            default -> person % 2 == 0 ? LUNG.get(person % LUNG.size()) : "J18.9";
        };
        String second = main.equals("C79.3") ? "C34.1" : ALSO.get((person + study) % ALSO.size());
        return List.of(main, second);
    }

    String title(String code, Language language) {
        String[] row = Objects.requireNonNull(titles.get(code), code);
        return switch (language) {
            case ENGLISH -> row[1];
            case POLISH -> row[2];
            case LITHUANIAN -> row[3];
        };
    }
}
