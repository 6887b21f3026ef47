package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.Description.Kind;
import org.symbolon.model.visit.LaboratoryResult;

/** Observations: measured values are results, the rest is told in words. */
final class FhirObservations {
    private static final int LONGEST_RESULT = 80;

    private final List<LaboratoryResult> results = new ArrayList<>();
    private final List<Description> descriptions = new ArrayList<>();

    List<LaboratoryResult> results() {
        return results;
    }

    List<Description> descriptions() {
        return descriptions;
    }

    void add(FhirView observation) {
        String status = observation.text("status");
        if (status.equals("entered-in-error") || status.equals("cancelled")) {
            return;
        }
        String date = FhirDates.of(observation);
        one(observation, date);
        observation.all("component").forEach(component -> one(component, date));
        for (FhirView note : observation.all("note")) {
            describe(Kind.OBSERVATIONS, FhirCodes.words(observation.first("code")), note.text("text"), date);
        }
    }

    private void one(FhirView view, String date) {
        FhirView code = view.first("code");
        String value = value(view);
        if (value.isEmpty()) {
            return;
        }
        String title = FhirCodes.words(code);
        Kind kind = ConceptKinds.of(code, title, Kind.OTHER);
        boolean measured = view.first("valueQuantity").isPresent();
        boolean told = kind == Kind.BLOOD_TYPE || kind == Kind.ADDICTIONS || kind == Kind.TUBERCULOSIS_CONTACT;
        if (!measured && (told || value.length() > LONGEST_RESULT)) {
            describe(kind == Kind.OTHER ? Kind.OBSERVATIONS : kind, title, value, date);
            return;
        }
        FhirView quantity = view.first("valueQuantity");
        FhirView interpretation = view.first("interpretation");
        String flag = interpretation.text("coding", "code");
        CodedText test = FhirCodes.of(code, date);
        results.add(new LaboratoryResult(
                test,
                value,
                quantity.firstText("unit", "code"),
                range(view.first("referenceRange")),
                flag.isEmpty() ? interpretation.text("text") : flag,
                date));
    }

    private static String value(FhirView view) {
        FhirView quantity = view.first("valueQuantity");
        if (quantity.isPresent()) {
            return quantity.text("comparator") + quantity.text("value");
        }
        FhirView concept = view.first("valueCodeableConcept");
        return concept.isPresent()
                ? FhirCodes.words(concept)
                : view.firstText("valueString", "valueInteger", "valueBoolean", "valueDateTime", "valueTime");
    }

    private static String range(FhirView range) {
        String low = range.text("low", "value");
        String high = range.text("high", "value");
        if (low.isEmpty() && high.isEmpty()) {
            return range.text("text");
        }
        return low.isEmpty() ? "<" + high : high.isEmpty() ? ">" + low : low + "-" + high;
    }

    private void describe(Kind kind, String title, String text, String date) {
        if (!text.isBlank()) {
            descriptions.add(new Description(kind, title, text.strip(), date));
        }
    }
}
