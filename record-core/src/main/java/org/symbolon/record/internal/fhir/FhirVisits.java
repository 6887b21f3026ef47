package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.symbolon.model.visit.Visit;

/** The encounters of a record: the Composition's first, then the newest. */
final class FhirVisits {
    private FhirVisits() {}

    static List<Visit> of(FhirResources resources) {
        List<FhirView> encounters = new ArrayList<>(resources.all("Encounter"));
        if (encounters.isEmpty()) {
            return List.of();
        }
        encounters.sort(Comparator.comparing((FhirView each) -> each.text("period", "start"))
                .reversed());
        for (FhirView composition : resources.all("Composition")) {
            FhirView own = resources.resolve(composition.text("encounter", "reference"));
            if (encounters.remove(own)) {
                encounters.add(0, own);
                break;
            }
        }
        return encounters.stream().map(FhirVisits::visit).toList();
    }

    private static Visit visit(FhirView encounter) {
        FhirView type = encounter.first("class");
        String kind = type.firstText("display", "code");
        return new Visit(
                number(encounter),
                encounter.text("hospitalization", "preAdmissionIdentifier", "value"),
                FhirDates.local(encounter.text("period", "start")),
                FhirDates.local(encounter.text("period", "end")),
                kind.isEmpty() ? FhirCodes.words(encounter.first("type")) : kind);
    }

    private static String number(FhirView encounter) {
        List<FhirView> identifiers = encounter.all("identifier");
        for (FhirView identifier : identifiers) {
            if (IdentifierPlaces.codes(identifier).contains(IdentifierPlaces.VISIT)) {
                return identifier.text("value");
            }
        }
        return identifiers.isEmpty() ? "" : identifiers.get(0).text("value");
    }
}
