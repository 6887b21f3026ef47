package org.symbolon.record.internal.cda;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.model.visit.Visit;
import org.symbolon.record.internal.xml.XmlElement;

/** The visits that a document speaks of: its encompassing encounter first, then the entries of its sections. */
final class Visits {
    private Visits() {}

    static List<Visit> of(XmlElement root) {
        List<Visit> visits = new ArrayList<>();
        for (XmlElement encounter : Elements.grandchildren(root, "componentOf", "encompassingEncounter")) {
            visits.add(visit(encounter));
        }
        Elements.forEach(root, element -> {
            if (element.name().equals("encounter") && !isPlanned(element)) {
                Visit visit = visit(element);
                boolean known = visits.stream().anyMatch(other -> isSame(other, visit));
                if (!known) {
                    visits.add(visit);
                }
            }
        });
        return visits;
    }

    private static boolean isPlanned(XmlElement encounter) {
        String mood = encounter.attribute("moodCode");
        return !mood.isEmpty() && !mood.equals("EVN");
    }

    private static boolean isSame(Visit one, Visit other) {
        return one.number().equals(other.number())
                && (!one.number().isEmpty() || one.start().equals(other.start()));
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
        String kind = encounter.first("code").map(Codes::words).orElse("");
        return new Visit(number, previous, Times.start(encounter), Times.end(encounter), kind);
    }
}
