package org.symbolon.testkit.internal.records;

import org.symbolon.testkit.internal.people.Clinic;
import org.symbolon.testkit.internal.people.NameGroup;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.PersonName;
import org.symbolon.testkit.internal.people.Registration;

/** A visit as a discharge summary in CDA R2. */
final class CdaRecords {
    private static final String LOINC = "2.16.840.1.113883.6.1";
    private static final String ICD_10 = "2.16.840.1.113883.6.3";
    private static final String ICD_9_PROCEDURES = "2.16.840.1.113883.6.104";

    private final Narrative narrative;
    private final Diseases diseases;

    CdaRecords(Narrative narrative, Diseases diseases) {
        this.narrative = narrative;
        this.diseases = diseases;
    }

    String dischargeSummary(SampleVisit visit, String charset) {
        XmlText xml = new XmlText(charset);
        xml.open(
                "ClinicalDocument",
                "xmlns",
                "urn:hl7-org:v3",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        header(xml, visit);
        xml.open("component").open("structuredBody");
        section(xml, visit, "10154-3", title(visit, "Complaints", "Dolegliwości", "Nusiskundimai"), "complaints");
        section(xml, visit, "10164-2", title(visit, "History", "Wywiad", "Anamnezė"), "history");
        section(xml, visit, "48765-2", title(visit, "Allergies", "Alergie", "Alergijos"), "allergy");
        section(xml, visit, "29762-2", title(visit, "Addictions", "Nałogi", "Priklausomybės"), "addictions");
        section(
                xml,
                visit,
                "45404-1",
                title(visit, "Tuberculosis contact", "Kontakt z gruźlicą", "Kontaktas su tuberkulioze"),
                "tuberculosis");
        section(xml, visit, "11524-6", title(visit, "ECG", "EKG", "EKG"), "ecg");
        section(xml, visit, visit.report()[0], visit.report()[1], visit.finding());
        diagnoses(xml, visit);
        procedures(xml, visit);
        results(xml, visit);
        section(xml, visit, "8648-8", title(visit, "Epicrisis", "Epikryza", "Epikrizė"), "epicrisis");
        section(xml, visit, "8716-3", title(visit, "Observations", "Obserwacje", "Stebėjimai"), "observation");
        section(
                xml,
                visit,
                "18776-5",
                title(visit, "Recommendations", "Zalecenia", "Rekomendacijos"),
                "recommendations");
        return xml.close("structuredBody")
                .close("component")
                .close("ClinicalDocument")
                .text();
    }

    private static String title(SampleVisit visit, String english, String polish, String lithuanian) {
        return switch (visit.language()) {
            case ENGLISH -> english;
            case POLISH -> polish;
            case LITHUANIAN -> lithuanian;
        };
    }

    private static void header(XmlText xml, SampleVisit visit) {
        Person person = visit.person();
        Clinic clinic = visit.clinic();
        xml.empty("typeId", "root", "2.16.840.1.113883.1.3", "extension", "POCD_HD000040")
                .empty("id", "root", root(clinic) + ".9", "extension", "DS-" + visit.number())
                .empty("code", "code", "18842-5", "codeSystem", LOINC, "displayName", "Discharge summary")
                .leaf("title", title(visit, "Discharge summary", "Karta informacyjna", "Epikrizė"))
                .empty("effectiveTime", "value", visit.end())
                .empty("confidentialityCode", "code", "N", "codeSystem", "2.16.840.1.113883.5.25")
                .empty("languageCode", "code", visit.language().tag())
                .open("recordTarget")
                .open("patientRole");
        Registration registration = visit.study().registration();
        id(xml, registration);
        person.registrations().stream()
                .filter(other -> !other.equals(registration))
                .forEach(other -> id(xml, other));
        xml.empty(
                "id",
                "root",
                "1.3.6.1.4.1.32473.99",
                "extension",
                visit.nationalId(),
                "assigningAuthorityName",
                "national");
        String[] address = person.address().split(", ", 2);
        xml.open("addr", "use", "HP")
                .leaf("streetAddressLine", address[0])
                .leaf("city", address.length > 1 ? address[1] : "-")
                .close("addr")
                .empty("telecom", "use", "HP", "value", "tel:" + person.phone())
                .empty("telecom", "value", "mailto:" + person.email())
                .open("patient");
        names(xml, person.name());
        xml.empty("administrativeGenderCode", "code", person.sex(), "codeSystem", "2.16.840.1.113883.5.1")
                .empty("birthTime", "value", person.birthDate())
                .close("patient")
                .close("patientRole")
                .close("recordTarget");
        author(xml, visit);
        xml.open("custodian")
                .open("assignedCustodian")
                .open("representedCustodianOrganization")
                .empty("id", "root", root(clinic))
                .leaf("name", clinic.institution())
                .leaf("addr", clinic.address())
                .close("representedCustodianOrganization")
                .close("assignedCustodian")
                .close("custodian");
        String[] radiologist = clinic.radiologist().split("\\^", -1);
        xml.open("legalAuthenticator")
                .empty("time", "value", visit.end())
                .empty("signatureCode", "code", "S")
                .open("assignedEntity")
                .empty("id", "root", root(clinic) + ".7", "extension", "D2")
                .open("assignedPerson");
        name(xml, NameGroup.of(radiologist[0], radiologist[1]), "ABC");
        xml.close("assignedPerson").close("assignedEntity").close("legalAuthenticator");
        xml.open("participant", "typeCode", "IND")
                .open("associatedEntity", "classCode", "NOK")
                .open("associatedPerson");
        names(xml, person.relative());
        xml.close("associatedPerson").close("associatedEntity").close("participant");
        xml.open("inFulfillmentOf")
                .open("order")
                .empty(
                        "id",
                        "root",
                        root(clinic) + ".4",
                        "extension",
                        visit.study().accessionNumber())
                .close("order")
                .close("inFulfillmentOf");
        xml.open("componentOf").open("encompassingEncounter");
        xml.empty("id", "root", root(clinic) + ".5", "extension", visit.number());
        if (!visit.previousNumber().isEmpty()) {
            xml.empty(
                    "id",
                    "root",
                    root(clinic) + ".5",
                    "extension",
                    visit.previousNumber(),
                    "assigningAuthorityName",
                    "previous-visit");
        }
        xml.empty("code", "code", "IMP", "codeSystem", "2.16.840.1.113883.5.4")
                .open("effectiveTime")
                .empty("low", "value", visit.start())
                .empty("high", "value", visit.end())
                .close("effectiveTime")
                .close("encompassingEncounter")
                .close("componentOf");
    }

    private static void author(XmlText xml, SampleVisit visit) {
        xml.open("author")
                .empty("time", "value", visit.end())
                .open("assignedAuthor")
                .empty("id", "root", root(visit.clinic()) + ".7", "extension", "D1")
                .empty("telecom", "value", "tel:" + visit.clinic().referrerPhone())
                .open("assignedPerson");
        names(xml, visit.person().physician());
        xml.close("assignedPerson").close("assignedAuthor").close("author");
    }

    private static void id(XmlText xml, Registration registration) {
        Clinic clinic = registration.clinic();
        xml.empty(
                "id",
                "root",
                root(clinic) + ".1",
                "extension",
                registration.patientId(),
                "assigningAuthorityName",
                clinic.issuer());
    }

    /** An OID of the arc that IANA gives to examples (RFC 5612). */
    private static String root(Clinic clinic) {
        return "1.3.6.1.4.1.32473.2." + (int) clinic.folder().charAt(0);
    }

    private static void names(XmlText xml, PersonName name) {
        String[] uses = {"ABC", "IDE", "SYL"};
        for (int i = 0; i < name.groups().size(); i++) {
            name(xml, name.groups().get(i), uses[i]);
        }
    }

    private static void name(XmlText xml, NameGroup group, String use) {
        xml.open("name", "use", use).leaf("family", group.family()).leaf("given", group.given());
        if (!group.middle().isEmpty()) {
            xml.leaf("given", group.middle());
        }
        xml.close("name");
    }

    private void section(XmlText xml, SampleVisit visit, String code, String title, String subject) {
        open(xml, code, title);
        xml.open("text").leaf("paragraph", narrative.text(visit, subject)).close("text");
        close(xml);
    }

    private static void open(XmlText xml, String code, String title) {
        xml.open("component")
                .open("section")
                .empty("code", "code", code, "codeSystem", LOINC)
                .leaf("title", title);
    }

    private static void close(XmlText xml) {
        xml.close("section").close("component");
    }

    private void diagnoses(XmlText xml, SampleVisit visit) {
        open(xml, "11450-4", title(visit, "Diagnoses", "Rozpoznania", "Diagnozės"));
        xml.open("text").open("list");
        visit.diagnoses().forEach(code -> xml.leaf("item", code + " " + diseases.title(code, visit.language())));
        xml.close("list").close("text");
        for (String code : visit.diagnoses()) {
            xml.open("entry")
                    .open("observation", "classCode", "OBS", "moodCode", "EVN")
                    .empty("code", "code", "29308-4", "codeSystem", LOINC, "displayName", "Diagnosis")
                    .empty("statusCode", "code", "completed")
                    .empty("effectiveTime", "value", visit.study().date())
                    .empty(
                            "value",
                            "xsi:type",
                            "CD",
                            "code",
                            code,
                            "codeSystem",
                            ICD_10,
                            "codeSystemName",
                            "ICD-10",
                            "displayName",
                            diseases.title(code, visit.language()))
                    .close("observation")
                    .close("entry");
        }
        close(xml);
    }

    private static void procedures(XmlText xml, SampleVisit visit) {
        String[] procedure = visit.procedure();
        open(xml, "47519-4", title(visit, "Procedures", "Procedury", "Procedūros"));
        xml.open("text").leaf("paragraph", procedure[1]).close("text");
        xml.open("entry")
                .open("procedure", "classCode", "PROC", "moodCode", "EVN")
                .empty("code", "code", procedure[0], "codeSystem", ICD_9_PROCEDURES, "displayName", procedure[1])
                .empty("statusCode", "code", "completed")
                .empty("effectiveTime", "value", visit.start())
                .close("procedure")
                .close("entry");
        close(xml);
    }

    private static void results(XmlText xml, SampleVisit visit) {
        open(xml, "30954-2", title(visit, "Laboratory results", "Badania laboratoryjne", "Laboratoriniai tyrimai"));
        xml.open("text").open("table").open("tbody");
        for (Laboratory.Result result : visit.results()) {
            xml.open("tr")
                    .leaf("td", result.test().name())
                    .leaf("td", result.value() + " " + result.test().unit())
                    .close("tr");
        }
        xml.close("tbody").close("table").close("text");
        xml.open("entry").open("organizer", "classCode", "BATTERY", "moodCode", "EVN");
        xml.empty("code", "code", "58410-2", "codeSystem", LOINC).empty("statusCode", "code", "completed");
        for (Laboratory.Result result : visit.results()) {
            result(xml, visit, result);
        }
        xml.close("organizer").close("entry");
        close(xml);
    }

    private static void result(XmlText xml, SampleVisit visit, Laboratory.Result result) {
        Laboratory.Test test = result.test();
        xml.open("component")
                .open("observation", "classCode", "OBS", "moodCode", "EVN")
                .empty("code", "code", test.code(), "codeSystem", LOINC, "displayName", test.name())
                .empty("statusCode", "code", "completed")
                .empty("effectiveTime", "value", visit.start())
                .empty("value", "xsi:type", "PQ", "value", result.value(), "unit", test.unit())
                .empty("interpretationCode", "code", result.flag(), "codeSystem", "2.16.840.1.113883.5.83")
                .open("referenceRange")
                .open("observationRange")
                .leaf("text", result.range())
                .close("observationRange")
                .close("referenceRange")
                .close("observation")
                .close("component");
    }
}
