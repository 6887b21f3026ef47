package org.symbolon.record.internal.cda;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.model.visit.Visit;
import org.symbolon.record.internal.xml.XmlElement;

/** The visits that a document speaks of: its encompassing encounter first, then the entries of its sections. */
final class Visits {
    private Visits() {}

    static List<Visit> of(XmlElement root) {
        Map<String, Visit> visits = new LinkedHashMap<>();
        for (XmlElement encounter : Elements.grandchildren(root, "componentOf", "encompassingEncounter")) {
            add(visits, visit(encounter));
        }
        Elements.forEach(root, element -> {
            if (element.name().equals("encounter") && !isPlanned(element)) {
                add(visits, visit(element));
            }
        });
        return List.copyOf(visits.values());
    }

    /** A visit is known by its number, one without number by its beginning. */
    private static void add(Map<String, Visit> visits, Visit visit) {
        visits.putIfAbsent(visit.number().isEmpty() ? "at " + visit.start() : "number " + visit.number(), visit);
    }

    private static boolean isPlanned(XmlElement encounter) {
        String mood = encounter.attribute("moodCode");
        return !mood.isEmpty() && !mood.equals("EVN");
    }

    private static Visit visit(XmlElement encounter) {
        String number = "";
        String previous = "";
        for (XmlElement id : encounter.elements("id")) {
            boolean earlier = id.attribute("assigningAuthorityName").equals(IdentifierRules.PREVIOUS_VISIT);
            if (earlier && previous.isEmpty()) {
                previous = CdaIdentity.number(id);
            } else if (!earlier && number.isEmpty()) {
                number = CdaIdentity.number(id);
            }
        }
        String kind = encounter.first("code").map(Visits::kind).orElse("");
        return new Visit(number, previous, Times.start(encounter), Times.end(encounter), kind);
    }

    /** In words; the codes of ActEncounterCode are spelt out where the record does not do so. */
    private static String kind(XmlElement code) {
        String words = Codes.words(code);
        return !words.isEmpty()
                ? words
                : switch (code.attribute("code")) {
                    case "IMP", "ACUTE", "NONAC" -> "inpatient";
                    case "AMB" -> "outpatient";
                    case "EMER" -> "emergency";
                    case "HH" -> "home";
                    case "FLD" -> "field";
                    case "VR" -> "virtual";
                    default -> code.attribute("code");
                };
    }
}
