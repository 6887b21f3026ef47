package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.Description.Kind;

/** What a record tells in words, observations excepted. */
final class FhirDescriptions {
    private final List<Description> descriptions = new ArrayList<>();

    List<Description> descriptions() {
        return descriptions;
    }

    void add(FhirView resource) {
        String date = FhirDates.of(resource);
        FhirView code = resource.first("code");
        String title = FhirCodes.words(code);
        switch (resource.resourceType()) {
            case "Composition" -> resource.all("section").forEach(section -> section(section, date));
            case "DiagnosticReport" ->
                add(ConceptKinds.of(code, title, Kind.OTHER), title, resource.text("conclusion"), date);
            case "ImagingStudy" -> imagingStudy(resource, date);
            case "AllergyIntolerance" -> add(Kind.ALLERGIES, title, allergy(resource, title), date);
            case "ClinicalImpression" -> {
                add(Kind.OBSERVATIONS, title, resource.text("description"), date);
                add(Kind.EPICRISIS, title, resource.text("summary"), date);
            }
            case "CarePlan" -> add(Kind.RECOMMENDATIONS, resource.text("title"), resource.text("description"), date);
            case "Encounter" ->
                resource.all("reasonCode").forEach(reason -> add(Kind.COMPLAINTS, "", FhirCodes.words(reason), date));
            case "FamilyMemberHistory" -> add(Kind.HISTORY, "", family(resource), date);
            case "DocumentReference" -> {
                FhirView type = resource.first("type");
                String words = FhirCodes.words(type);
                add(ConceptKinds.of(type, words, Kind.OTHER), words, resource.text("description"), date);
            }
            default -> {
                // other resources have no text of their own but their notes
            }
        }
        if (!resource.is("Observation")) {
            resource.all("note").forEach(note -> add(Kind.OBSERVATIONS, title, note.text("text"), date));
        }
    }

    private void section(FhirView section, String date) {
        String title = section.text("title");
        FhirView code = section.first("code");
        String heading = title.isEmpty() ? FhirCodes.words(code) : title;
        add(
                ConceptKinds.of(code, heading, Kind.OTHER),
                heading,
                section.first("text").narrative(),
                date);
        section.all("section").forEach(inner -> section(inner, date));
    }

    private void imagingStudy(FhirView study, String date) {
        String modality = study.text("modality", "code");
        if (modality.isEmpty()) {
            modality = study.text("series", "modality", "code");
        }
        add(ConceptKinds.ofModality(modality), modality, study.text("description"), date);
    }

    private static String allergy(FhirView allergy, String title) {
        String reactions = allergy.all("reaction", "manifestation").stream()
                .map(FhirCodes::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return reactions.isEmpty() ? title : title + ": " + reactions;
    }

    private static String family(FhirView history) {
        String conditions =
                history.all("condition", "code").stream().map(FhirCodes::words).collect(Collectors.joining(", "));
        return conditions.isEmpty() ? "" : FhirCodes.words(history.first("relationship")) + ": " + conditions;
    }

    private void add(Kind kind, String title, String text, String date) {
        if (!text.isBlank()) {
            descriptions.add(new Description(kind, title, text.strip(), date));
        }
    }
}
