package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.visit.Visit;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordIdentity;

/** Who and what a record speaks of. */
final class FhirIdentity {
    private static final String OID = "urn:oid:";

    private final FhirResources resources;
    private final List<Place> places;

    private final @Nullable FhirView subject;

    private FhirIdentity(FhirResources resources, List<Place> places, @Nullable FhirView subject) {
        this.resources = resources;
        this.places = places;
        this.subject = subject;
    }

    static RecordIdentity of(FhirResources resources, List<Place> places) {
        return new FhirIdentity(resources, places, null).identity();
    }

    /**
     * Of one of several patients.
     *
     * @param own his resources and places
     * @param subject the reference that says most of him
     * @param key what tells him from the others: added to the identifier of the record, which would be the same for all
     */
    static RecordIdentity of(FhirResources own, List<Place> places, FhirView subject, String key) {
        RecordIdentity found = new FhirIdentity(own, places, subject).identity();
        return key.isEmpty()
                ? found
                : new RecordIdentity(
                        found.documentId() + "\n" + key,
                        found.issuer(),
                        found.patientId(),
                        found.otherPatientIds(),
                        found.patientName(),
                        found.birthDate(),
                        found.sex(),
                        found.accessionNumbers(),
                        found.visitNumbers(),
                        found.studyInstanceUids());
    }

    private RecordIdentity identity() {
        FhirView patient = resources.patient();
        FhirView named = subject();
        List<FhirView> identifiers = patient.isPresent() ? patient.all("identifier") : named.all("identifier");
        FhirView main = main(identifiers);
        String patientId = main.text("value");
        if (patientId.isEmpty()) {
            patientId = logicalId(patient, named);
        }
        Set<String> others = new LinkedHashSet<>();
        identifiers.forEach(each -> others.add(each.text("value")));
        others.remove(patientId);
        others.remove("");
        return new RecordIdentity(
                documentId(),
                issuer(main),
                patientId,
                List.copyOf(others),
                patient.isPresent() ? name(patient) : named.text("display"),
                FhirDates.day(patient.text("birthDate")).replace("-", ""),
                sex(patient),
                texts(PlaceType.ACCESSION_NUMBER, List.of()),
                texts(PlaceType.VISIT_NUMBER, visitNumbers()),
                studies());
    }

    /** The reference to the patient where the patient is not in the record. */
    private FhirView subject() {
        if (subject != null) {
            return subject;
        }
        for (FhirView resource : resources.all()) {
            for (String name : new String[] {"subject", "patient", "beneficiary", "for", "individual"}) {
                FhirView reference = resource.first(name);
                String written = reference.text("reference");
                if (reference.isPresent()
                        && (written.isEmpty()
                                || ReferenceTargets.typeIn(written).equals("Patient"))) {
                    return reference;
                }
            }
        }
        return nothing();
    }

    private FhirView main(List<FhirView> identifiers) {
        FhirView main = null;
        int least = Integer.MAX_VALUE;
        for (FhirView identifier : identifiers) {
            int rank = rank(identifier);
            if (rank < least) {
                least = rank;
                main = identifier;
            }
        }
        return main == null ? nothing() : main;
    }

    /** A record number first, a national or insurance number last. */
    private static int rank(FhirView identifier) {
        List<String> codes = IdentifierPlaces.codes(identifier);
        if (codes.contains("MR")) {
            return 0;
        }
        if (codes.contains("PI") || codes.contains("PT")) {
            return 1;
        }
        String use = identifier.text("use");
        int byUse = use.equals("usual") || use.equals("official") ? 2 : 3;
        return codes.isEmpty() ? byUse : byUse + 2;
    }

    private static String issuer(FhirView identifier) {
        String name = identifier.text("assigner", "display");
        String system = identifier.text("system");
        boolean oid = system.toLowerCase(Locale.ROOT).startsWith(OID);
        return !name.isEmpty() ? name : oid ? system.substring(OID.length()) : system;
    }

    /** Only one with a digit: words such as "example" tell nobody from anybody. */
    private static String logicalId(FhirView patient, FhirView subject) {
        String id = patient.text("id");
        String reference = subject.text("reference");
        if (id.isEmpty()) {
            id = reference.substring(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf(':')) + 1);
        }
        return id.chars().anyMatch(c -> c >= '0' && c <= '9') ? id : "";
    }

    private static String name(FhirView patient) {
        FhirView name = patient.first("name");
        for (String use : new String[] {"usual", "official"}) {
            for (FhirView each : patient.all("name")) {
                name = each.text("use").equals(use) ? each : name;
            }
        }
        List<FhirView> given = name.all("given");
        String family = name.text("family");
        if (family.isEmpty() && given.isEmpty()) {
            return name.text("text");
        }
        List<String> parts = new ArrayList<>();
        parts.add(family);
        parts.add(given.isEmpty() ? "" : given.get(0).text());
        parts.add(joined(given.isEmpty() ? given : given.subList(1, given.size())));
        parts.add(joined(name.all("prefix")));
        parts.add(joined(name.all("suffix")));
        String joined = String.join("^", parts);
        int end = joined.length();
        while (end > 0 && joined.charAt(end - 1) == '^') {
            end--;
        }
        return joined.substring(0, end);
    }

    private static String joined(List<FhirView> views) {
        if (views.size() < 2) {
            return views.isEmpty() ? "" : views.get(0).text();
        }
        return views.stream().map(FhirView::text).collect(Collectors.joining(" "));
    }

    private static String sex(FhirView patient) {
        return switch (patient.text("gender")) {
            case "male" -> "M";
            case "female" -> "F";
            case "other" -> "O";
            default -> "";
        };
    }

    private String documentId() {
        FhirView root = resources.root();
        for (FhirView each : List.of(root, first("Composition"), first("MessageHeader"))) {
            boolean wide = each.is("Bundle") || each.is("Composition");
            FhirView identifier = each.first("identifier");
            if (wide && !identifier.text("value").isEmpty()) {
                return identifier.text("system") + "|" + identifier.text("value");
            }
            if (!each.text("id").isEmpty()) {
                String version = each.text("meta", "versionId");
                return each.resourceType() + "/" + each.text("id") + (version.isEmpty() ? "" : "/" + version);
            }
        }
        return "";
    }

    /** Of a document or message; a view of nothing in other records, whose parts do not name the whole. */
    private FhirView first(String type) {
        String bundle = resources.root().text("type");
        List<FhirView> found = bundle.equals("document") || bundle.equals("message") ? resources.all(type) : List.of();
        return found.isEmpty() ? nothing() : found.get(0);
    }

    private Collection<String> visitNumbers() {
        Set<String> numbers = new LinkedHashSet<>();
        for (Visit visit : FhirVisits.of(resources)) {
            numbers.add(visit.number());
            numbers.add(visit.previousNumber());
        }
        return numbers;
    }

    /** The first ones, then those of all places of the type. */
    private List<String> texts(PlaceType type, Collection<String> first) {
        Set<String> texts = new LinkedHashSet<>(first);
        for (Place place : places) {
            if (place.type() == type) {
                texts.add(place.text());
            }
        }
        texts.remove("");
        return List.copyOf(texts);
    }

    private FhirView nothing() {
        return new FhirView(resources.root().source(), null);
    }

    private List<String> studies() {
        Set<String> studies = new LinkedHashSet<>();
        for (FhirView study : resources.all("ImagingStudy")) {
            for (FhirView identifier : study.all("identifier")) {
                String value = identifier.text("value");
                if (IdentifierPlaces.isDicomUid(identifier.text("system"), value, PlaceType.ACCESSION_NUMBER)) {
                    studies.add(IdentifierPlaces.bare(value));
                }
            }
        }
        return List.copyOf(studies);
    }
}
