package org.symbolon.record.internal.fhir;

import java.util.Set;
import org.symbolon.record.PlaceType;

/** What a reference points to, and so what its display text and its identifier are. */
final class ReferenceTargets {
    private static final String PATIENT = "Patient";
    private static final Set<String> PATIENT_ELEMENTS = Set.of("subject", "patient", "beneficiary", "for");
    private static final Set<String> PERSONS = Set.of("Practitioner", "PractitionerRole", "RelatedPerson", "Person");
    private static final Set<String> PLACES = Set.of(
            "Organization",
            "Location",
            "HealthcareService",
            "CareTeam",
            "Device",
            "Endpoint",
            "Coverage",
            "InsurancePlan",
            "OrganizationAffiliation",
            "Group");

    private final FhirResources resources;

    ReferenceTargets(FhirResources resources) {
        this.resources = resources;
    }

    /**
     * A type of resource; empty where nothing tells.
     *
     * @param isPatient whether it is, or may be, a patient
     */
    record Target(String type, boolean isPatient) {
        boolean isPerson() {
            return PERSONS.contains(type) || type.equals(PATIENT);
        }

        /** Of {@code Reference.display}. */
        PlaceType display() {
            if (isPatient) {
                return PlaceType.PATIENT_NAME;
            }
            if (isPerson()) {
                return PlaceType.OTHER_NAME;
            }
            if (PLACES.contains(type)) {
                return PlaceType.ORGANISATION_NAME;
            }
            return type.isEmpty() ? PlaceType.NARRATIVE : PlaceType.LABEL;
        }

        /** Of an identifier of it. */
        PlaceType identifier() {
            if (isPatient || type.equals("Coverage") || type.equals("Account")) {
                return PlaceType.PATIENT_IDENTIFIER;
            }
            if (isPerson() || PLACES.contains(type) || type.isEmpty()) {
                return PlaceType.OTHER_IDENTIFIER;
            }
            return switch (type) {
                case "Encounter" -> PlaceType.VISIT_NUMBER;
                case "ImagingStudy" -> PlaceType.ACCESSION_NUMBER;
                default -> PlaceType.RECORD_IDENTIFIER;
            };
        }
    }

    Target ofResource(FhirNode resource) {
        return new Target(resource.resourceType, resource.resourceType.equals(PATIENT));
    }

    Target of(FhirView reference, FhirElement element) {
        String written = reference.text("reference");
        FhirView resolved = resources.resolve(written);
        FhirNode node = resolved.node();
        if (node != null) {
            return ofResource(node);
        }
        String type = typeIn(written);
        if (type.isEmpty()) {
            type = typeIn(reference.text("type"));
        }
        if (type.isEmpty()) {
            type = likeliest(element.targets(), PATIENT_ELEMENTS.contains(element.name()));
        }
        return new Target(type, type.equals(PATIENT));
    }

    /** The type that a relative, absolute or conditional reference names; empty where it names none. */
    static String typeIn(String reference) {
        int query = reference.indexOf('?');
        int end = query < 0 ? reference.length() : query;
        while (end > 0) {
            int start = reference.lastIndexOf('/', end - 1) + 1;
            // all types begin with a capital
            if (start < end && reference.charAt(start) >= 'A' && reference.charAt(start) <= 'Z') {
                String segment = reference.substring(start, end);
                if (FhirModel.isResource(segment)) {
                    return segment;
                }
            }
            end = start - 1;
        }
        return "";
    }

    /** Of several, the one whose names are guarded best; the patient only where no other is meant. */
    private static String likeliest(Set<String> targets, boolean mayBePatient) {
        if (targets.size() == 1) {
            return targets.iterator().next();
        }
        if (mayBePatient && targets.contains("Patient")) {
            return "Patient";
        }
        for (String type : new String[] {"Practitioner", "RelatedPerson", "Organization", "Location"}) {
            if (targets.contains(type)) {
                return type;
            }
        }
        return "";
    }
}
