package org.symbolon.portal.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;
import org.symbolon.portal.icd.IcdCode;

/** Takes the documents of one case, in any order, and makes its summary. Owned by one thread. */
final class CaseCollector {
    private static final int DAY_CHARACTERS = 10;

    private final CaseKey key;
    private final int maxTextCharacters;
    private final Set<IcdCode> codes = new LinkedHashSet<>();
    private final Set<String> accessionNumbers = new TreeSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private int characters;
    private String date = "";
    private String birthDate = "";
    private String sex = "";
    private String diagnosis = "";
    private String kind = "";

    CaseCollector(CaseKey key, int maxTextCharacters) {
        this.key = key;
        this.maxTextCharacters = maxTextCharacters;
    }

    void add(DocumentRecord document) {
        VisitRecord visit = document.visit();
        String day = day(visit);
        if (!day.isEmpty() && (date.isEmpty() || day.compareTo(date) < 0)) {
            date = day;
        }
        birthDate = birthDate.isEmpty() ? visit.birthDate() : birthDate;
        sex = sex.isEmpty() ? visit.sex() : sex;
        kind = kind.isEmpty() ? visit.kind() : kind;
        accessionNumbers.addAll(visit.accessionNumbers());
        for (CodedText each : visit.diagnoses()) {
            icd10(each).ifPresent(codes::add);
            diagnosis = diagnosis.isEmpty() ? each.text() : diagnosis;
        }
        visit.descriptions().stream().map(Description::text).forEach(this::addText);
    }

    private void addText(String text) {
        if (characters < maxTextCharacters && !text.isBlank()) {
            String cut = text.substring(0, Math.min(text.length(), maxTextCharacters - characters));
            if (texts.add(cut)) {
                characters += cut.length() + 1;
            }
        }
    }

    Set<String> accessionNumbers() {
        return accessionNumbers;
    }

    CaseSummary summary(Set<String> modalities) {
        List<IcdCode> found = new ArrayList<>(codes);
        String title = diagnosis.isEmpty() ? kind : diagnosis;
        return new CaseSummary(
                key,
                date,
                AgeBand.of(birthDate, date),
                sex,
                modalities,
                found,
                title,
                String.join("\n", texts).replaceAll("\\s+", " ").strip());
    }

    /** Codes without a system count where they look like ICD-10. */
    static Optional<IcdCode> icd10(CodedText diagnosis) {
        String system = diagnosis.system().toUpperCase(Locale.ROOT);
        return system.isEmpty() || system.startsWith(CodedText.ICD_10) || system.startsWith("ICD10")
                ? IcdCode.parse(diagnosis.code())
                : Optional.empty();
    }

    /** Day on which the visit began, else that of the record. */
    static String day(VisitRecord visit) {
        String start = visit.visits().stream().findFirst().map(Visit::start).orElse("");
        String date = start.isEmpty() ? visit.date() : start;
        return date.substring(0, Math.min(date.length(), DAY_CHARACTERS));
    }
}
