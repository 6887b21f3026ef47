package org.symbolon.portal.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.Description.Kind;
import org.symbolon.model.visit.VisitRecord;

/** Puts what is told in words in the order in which a physician reads: how it began, what was found, what it was, what to do. */
final class CaseSections {
    private static final List<Kind> ORDER = List.of(
            Kind.COMPLAINTS,
            Kind.HISTORY,
            Kind.ALLERGIES,
            Kind.ADDICTIONS,
            Kind.BLOOD_TYPE,
            Kind.TUBERCULOSIS_CONTACT,
            Kind.OBSERVATIONS,
            Kind.CT,
            Kind.X_RAY,
            Kind.ULTRASOUND,
            Kind.OTHER_IMAGING,
            Kind.ECG,
            Kind.OTHER,
            Kind.EPICRISIS,
            Kind.RECOMMENDATIONS);

    private CaseSections() {}

    /** The same text told by two documents is shown once. */
    static List<CaseSection> of(List<VisitRecord> visits) {
        Map<Kind, List<CaseSection.Passage>> passages = new EnumMap<>(Kind.class);
        Set<String> seen = new HashSet<>();
        for (VisitRecord visit : visits) {
            for (Description each : visit.descriptions()) {
                if (!each.text().isBlank() && seen.add(each.kind() + "\n" + each.text())) {
                    passages.computeIfAbsent(each.kind(), kind -> new ArrayList<>())
                            .add(passage(each));
                }
            }
        }
        return ORDER.stream()
                .filter(passages::containsKey)
                .map(kind -> new CaseSection(kind, passages.getOrDefault(kind, List.of())))
                .toList();
    }

    private static CaseSection.Passage passage(Description each) {
        List<String> paragraphs = Arrays.stream(each.text().split("\\R+"))
                .filter(line -> !line.isBlank())
                .toList();
        return new CaseSection.Passage(each.title(), each.date(), paragraphs);
    }
}
