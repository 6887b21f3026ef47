package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;
import org.symbolon.record.RecordIdentity;

/** What a record says. Read from the tree, so that both syntaxes give the same and a resource that is not quite R4 gives what it has. */
final class FhirVisit {
    private static final int LANGUAGE_LENGTH = 2;

    private final FhirResources resources;
    private final RecordIdentity identity;

    FhirVisit(FhirResources resources, RecordIdentity identity) {
        this.resources = resources;
        this.identity = identity;
    }

    VisitRecord record() {
        List<Visit> visits = visits();
        List<CodedText> procedures = new ArrayList<>();
        FhirObservations observations = new FhirObservations();
        FhirDescriptions descriptions = new FhirDescriptions();
        for (FhirView resource : resources.all()) {
            switch (resource.resourceType()) {
                case "Observation" -> observations.add(resource);
                case "Procedure", "ServiceRequest" -> addCoded(procedures, resource.first("code"), resource);
                case "ImagingStudy" ->
                    resource.all("procedureCode").forEach(code -> addCoded(procedures, code, resource));
                default -> {
                    // diagnoses come below, the others only have descriptions
                }
            }
            descriptions.add(resource);
        }
        descriptions.descriptions().addAll(observations.descriptions());
        return new VisitRecord(
                kind(),
                identity.documentId(),
                identity.patientId(),
                identity.sex(),
                FhirDates.day(resources.patient().text("birthDate")),
                date(visits),
                language(resources),
                visits,
                identity.accessionNumbers(),
                diagnoses(),
                procedures,
                observations.results(),
                descriptions.descriptions());
    }

    private List<Visit> visits() {
        List<Visit> visits = FhirVisits.of(resources);
        boolean bare = visits.isEmpty() && !identity.visitNumbers().isEmpty();
        return bare ? List.of(new Visit(identity.visitNumbers().get(0), "", "", "", "")) : visits;
    }

    private static void addCoded(List<CodedText> list, FhirView concept, FhirView resource) {
        String status = resource.text("status");
        CodedText coded = FhirCodes.of(concept, FhirDates.of(resource));
        if (!FhirCodes.isEmpty(coded) && !status.equals("entered-in-error") && !status.equals("not-done")) {
            list.add(coded);
        }
    }

    /** Those that the first encounter ranks come first. */
    private List<CodedText> diagnoses() {
        Map<FhirView, Integer> ranks = new HashMap<>();
        for (FhirView encounter : resources.all("Encounter")) {
            for (FhirView diagnosis : encounter.all("diagnosis")) {
                FhirView condition = resources.resolve(diagnosis.text("condition", "reference"));
                String rank = diagnosis.text("rank");
                if (condition.isPresent() && rank.matches("[0-9]{1,6}")) {
                    ranks.merge(condition, Integer.parseInt(rank), Math::min);
                }
            }
        }
        List<FhirView> conditions = new ArrayList<>(resources.all("Condition"));
        conditions.sort(Comparator.comparingInt(condition -> ranks.getOrDefault(condition, Integer.MAX_VALUE)));
        List<CodedText> diagnoses = new ArrayList<>();
        for (FhirView condition : conditions) {
            String verification = condition.text("verificationStatus", "coding", "code");
            if (!verification.equals("entered-in-error") && !verification.equals("refuted")) {
                addCoded(diagnoses, condition.first("code"), condition);
            }
        }
        return diagnoses;
    }

    private String kind() {
        FhirView root = resources.root();
        String type = root.is("Bundle") ? root.text("type") : "";
        return "FHIR " + root.resourceType() + (type.isEmpty() ? "" : " " + type);
    }

    private String date(List<Visit> visits) {
        List<FhirView> compositions = resources.all("Composition");
        String date = compositions.isEmpty() ? "" : FhirDates.of(compositions.get(0));
        if (date.isEmpty()) {
            date = FhirDates.local(resources.root().text("timestamp"));
        }
        if (date.isEmpty() && !visits.isEmpty()) {
            date = visits.get(0).start();
        }
        return date.isEmpty() ? FhirDates.of(resources.root()) : date;
    }

    /** Two letters, or empty. */
    static String language(FhirResources resources) {
        for (FhirView resource : resources.all()) {
            String language = resource.text("language");
            if (language.length() >= LANGUAGE_LENGTH
                    && (resource.is("Composition")
                            || resource.node() == resources.root().node())) {
                return language.substring(0, LANGUAGE_LENGTH);
            }
        }
        return "";
    }
}
