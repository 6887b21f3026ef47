package org.symbolon.testkit.internal.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.symbolon.testkit.internal.people.Clinic;
import org.symbolon.testkit.internal.people.NameGroup;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.PersonName;
import org.symbolon.testkit.internal.people.Registration;

/** A visit as a FHIR R4 document bundle. */
final class FhirRecords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOINC = "http://loinc.org";
    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    private static final String ICD_9 = "http://hl7.org/fhir/sid/icd-9-cm";
    private static final String IDENTIFIER_TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";

    private final Narrative narrative;
    private final Diseases diseases;

    FhirRecords(Narrative narrative, Diseases diseases) {
        this.narrative = narrative;
        this.diseases = diseases;
    }

    String document(SampleVisit visit) {
        ObjectNode bundle = JSON.createObjectNode();
        bundle.put("resourceType", "Bundle").put("id", id(visit, "bundle"));
        bundle.putObject("identifier")
                .put("system", "urn:ietf:rfc:3986")
                .put("value", "urn:uuid:" + id(visit, "document"));
        bundle.put("type", "document").put("timestamp", dateTime(visit));
        ArrayNode entries = bundle.putArray("entry");
        composition(entry(entries, visit, "Composition"), visit);
        patient(entry(entries, visit, "Patient"), visit);
        practitioner(entry(entries, visit, "Practitioner"), visit);
        radiologist(entry(entries, visit, "Practitioner", "2"), visit);
        organization(entry(entries, visit, "Organization"), visit);
        encounter(entry(entries, visit, "Encounter"), visit);
        for (String code : visit.diagnoses()) {
            condition(entry(entries, visit, "Condition", code), visit, code);
        }
        procedure(entry(entries, visit, "Procedure"), visit);
        for (Laboratory.Result result : visit.results()) {
            observation(entry(entries, visit, "Observation", result.test().code()), visit, result);
        }
        imaging(entry(entries, visit, "ImagingStudy"), visit);
        report(entry(entries, visit, "DiagnosticReport"), visit);
        allergy(entry(entries, visit, "AllergyIntolerance"), visit);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bundle);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of nodes can always be written", e);
        }
    }

    private void composition(ObjectNode node, SampleVisit visit) {
        node.put("language", visit.language().tag()).put("status", "final");
        coding(node.putObject("type"), LOINC, "18842-5", "Discharge summary");
        reference(
                node.putObject("subject"),
                visit,
                "Patient",
                visit.person().name().spoken());
        reference(node.putObject("encounter"), visit, "Encounter", "");
        node.put("date", dateTime(visit));
        reference(
                node.putArray("author").addObject(),
                visit,
                "Practitioner",
                visit.person().physician().spoken());
        node.put("title", "Discharge summary");
        ArrayNode sections = node.putArray("section");
        section(sections, visit, "10154-3", "Complaints", "complaints");
        section(sections, visit, "10164-2", "History", "history");
        section(sections, visit, "29762-2", "Addictions", "addictions");
        section(sections, visit, "45404-1", "Tuberculosis contact", "tuberculosis");
        section(sections, visit, "11524-6", "ECG", "ecg");
        section(sections, visit, "8648-8", "Epicrisis", "epicrisis");
        section(sections, visit, "8716-3", "Observations", "observation");
        section(sections, visit, "18776-5", "Recommendations", "recommendations");
    }

    private void section(ArrayNode sections, SampleVisit visit, String code, String title, String subject) {
        ObjectNode section = sections.addObject().put("title", title);
        coding(section.putObject("code"), LOINC, code, title);
        String text = narrative.text(visit, subject).replace("&", "&amp;").replace("<", "&lt;");
        section.putObject("text")
                .put("status", "generated")
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + text + "</p></div>");
    }

    private static void patient(ObjectNode node, SampleVisit visit) {
        Person person = visit.person();
        Registration registration = visit.study().registration();
        ArrayNode identifiers = node.putArray("identifier");
        identifier(identifiers, "MR", registration);
        person.registrations().stream()
                .filter(other -> !other.equals(registration))
                .forEach(other -> identifier(identifiers, "MR", other));
        ObjectNode national = identifiers.addObject();
        coding(national.putObject("type"), IDENTIFIER_TYPES, "NI", "");
        national.put("system", "urn:oid:1.3.6.1.4.1.32473.99").put("value", visit.nationalId());
        ArrayNode names = node.putArray("name");
        for (NameGroup group : person.name().groups()) {
            name(names.addObject(), group);
        }
        ArrayNode telecom = node.putArray("telecom");
        telecom.addObject().put("system", "phone").put("value", person.phone());
        telecom.addObject().put("system", "email").put("value", person.email());
        node.put("gender", person.sex().equals("F") ? "female" : "male").put("birthDate", date(person.birthDate()));
        String[] address = person.address().split(", ", 2);
        ObjectNode home = node.putArray("address").addObject();
        home.putArray("line").add(address[0]);
        home.put("city", address.length > 1 ? address[1] : "-");
        ObjectNode contact = node.putArray("contact").addObject();
        name(
                contact.putObject("name").put("text", person.relative().spoken()),
                person.relative().alphabetic());
        contact.putArray("telecom").addObject().put("system", "phone").put("value", person.phone());
        ObjectNode extension = node.putArray("extension").addObject();
        extension.put("url", "https://hospital.example.org/fhir/nickname");
        extension.put("valueString", person.name().spoken());
    }

    private static void identifier(ArrayNode identifiers, String type, Registration registration) {
        ObjectNode identifier = identifiers.addObject();
        coding(identifier.putObject("type"), IDENTIFIER_TYPES, type, "");
        identifier.put("system", "https://" + registration.clinic().folder() + ".example.org/patients");
        identifier.put("value", registration.patientId());
        identifier.putObject("assigner").put("display", registration.clinic().issuer());
    }

    private static void practitioner(ObjectNode node, SampleVisit visit) {
        PersonName physician = visit.person().physician();
        name(node.putArray("name").addObject().put("text", physician.spoken()), physician.alphabetic());
        node.putArray("telecom")
                .addObject()
                .put("system", "phone")
                .put("value", visit.clinic().referrerPhone());
    }

    private static void radiologist(ObjectNode node, SampleVisit visit) {
        String[] parts = visit.clinic().radiologist().split("\\^", -1);
        name(node.putArray("name").addObject(), NameGroup.of(parts[0], parts[1]));
    }

    private static void organization(ObjectNode node, SampleVisit visit) {
        Clinic clinic = visit.clinic();
        node.put("name", clinic.institution());
        node.putArray("address").addObject().put("text", clinic.address());
    }

    private static void encounter(ObjectNode node, SampleVisit visit) {
        ObjectNode number = node.putArray("identifier").addObject();
        coding(number.putObject("type"), IDENTIFIER_TYPES, "VN", "");
        number.put("value", visit.number());
        node.put("status", "finished");
        node.putObject("class")
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "IMP");
        reference(
                node.putObject("subject"),
                visit,
                "Patient",
                visit.person().name().spoken());
        node.putObject("period").put("start", dateTime(visit)).put("end", date(visit.end()));
        if (!visit.previousNumber().isEmpty()) {
            node.putObject("hospitalization")
                    .putObject("preAdmissionIdentifier")
                    .put("value", visit.previousNumber());
        }
        reference(
                node.putObject("serviceProvider"),
                visit,
                "Organization",
                visit.clinic().institution());
    }

    private void condition(ObjectNode node, SampleVisit visit, String code) {
        coding(node.putObject("code"), ICD_10, code, diseases.title(code, visit.language()));
        reference(node.putObject("subject"), visit, "Patient", "");
        reference(node.putObject("encounter"), visit, "Encounter", "");
        node.put("recordedDate", date(visit.study().date()));
    }

    private static void procedure(ObjectNode node, SampleVisit visit) {
        node.put("status", "completed");
        coding(node.putObject("code"), ICD_9, visit.procedure()[0], visit.procedure()[1]);
        reference(node.putObject("subject"), visit, "Patient", "");
        node.put("performedDateTime", dateTime(visit));
    }

    private static void observation(ObjectNode node, SampleVisit visit, Laboratory.Result result) {
        Laboratory.Test test = result.test();
        node.put("status", "final");
        coding(
                node.putArray("category").addObject(),
                "http://terminology.hl7.org/CodeSystem/observation-category",
                "laboratory",
                "");
        coding(node.putObject("code"), LOINC, test.code(), test.name());
        reference(node.putObject("subject"), visit, "Patient", "");
        node.put("effectiveDateTime", dateTime(visit));
        quantity(node.putObject("valueQuantity"), result.value(), test);
        coding(
                node.putArray("interpretation").addObject(),
                "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
                result.flag(),
                "");
        ObjectNode range = node.putArray("referenceRange").addObject();
        quantity(range.putObject("low"), Double.toString(test.low()), test);
        quantity(range.putObject("high"), Double.toString(test.high()), test);
    }

    private static void quantity(ObjectNode node, String value, Laboratory.Test test) {
        node.put("value", new java.math.BigDecimal(value))
                .put("unit", test.unit())
                .put("system", "http://unitsofmeasure.org")
                .put("code", test.unit());
    }

    private static void imaging(ObjectNode node, SampleVisit visit) {
        ArrayNode identifiers = node.putArray("identifier");
        identifiers
                .addObject()
                .put("system", "urn:dicom:uid")
                .put("value", "urn:oid:" + visit.study().studyInstanceUid());
        ObjectNode accession = identifiers.addObject();
        coding(accession.putObject("type"), IDENTIFIER_TYPES, "ACSN", "");
        accession.put("value", visit.study().accessionNumber());
        node.put("status", "available");
        reference(node.putObject("subject"), visit, "Patient", "");
        node.put("started", dateTime(visit));
    }

    private void report(ObjectNode node, SampleVisit visit) {
        ObjectNode accession = node.putArray("identifier").addObject();
        coding(accession.putObject("type"), IDENTIFIER_TYPES, "ACSN", "");
        accession.put("value", visit.study().accessionNumber());
        node.put("status", "final");
        coding(node.putObject("code"), LOINC, visit.report()[0], visit.report()[1]);
        reference(node.putObject("subject"), visit, "Patient", "");
        node.put("effectiveDateTime", dateTime(visit));
        node.putArray("resultsInterpreter").addObject().put("reference", "urn:uuid:" + id(visit, "Practitioner2"));
        node.put("conclusion", narrative.text(visit, visit.finding()));
    }

    private void allergy(ObjectNode node, SampleVisit visit) {
        coding(node.putObject("code"), "http://www.nlm.nih.gov/research/umls/rxnorm", "7980", "Penicillin");
        reference(node.putObject("patient"), visit, "Patient", "");
        node.putArray("note").addObject().put("text", narrative.text(visit, "allergy"));
    }

    private static ObjectNode entry(ArrayNode entries, SampleVisit visit, String type) {
        return entry(entries, visit, type, "");
    }

    private static ObjectNode entry(ArrayNode entries, SampleVisit visit, String type, String which) {
        String id = id(visit, type + which);
        return entries.addObject()
                .put("fullUrl", "urn:uuid:" + id)
                .putObject("resource")
                .put("resourceType", type)
                .put("id", id);
    }

    private static void reference(ObjectNode node, SampleVisit visit, String type, String display) {
        node.put("reference", "urn:uuid:" + id(visit, type));
        if (!display.isEmpty()) {
            node.put("display", display);
        }
    }

    private static void coding(ObjectNode concept, String system, String code, String display) {
        ObjectNode coding =
                concept.putArray("coding").addObject().put("system", system).put("code", code);
        if (!display.isEmpty()) {
            coding.put("display", display);
        }
    }

    private static void name(ObjectNode node, NameGroup group) {
        node.put("family", group.family());
        ArrayNode given = node.putArray("given").add(group.given());
        if (!group.middle().isEmpty()) {
            given.add(group.middle());
        }
    }

    /** The same for the same thing of the same visit. */
    private static String id(SampleVisit visit, String what) {
        String seed = visit.study().studyInstanceUid() + " " + what;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String date(String date) {
        return date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6, 8);
    }

    private static String dateTime(SampleVisit visit) {
        String start = visit.start();
        return date(start) + "T" + start.substring(8, 10) + ":" + start.substring(10, 12) + ":00+02:00";
    }
}
