package org.symbolon.testkit.internal.records;

import java.util.List;
import org.symbolon.testkit.internal.people.Clinic;
import org.symbolon.testkit.internal.people.NameGroup;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.PersonName;
import org.symbolon.testkit.internal.people.Registration;

/** A visit as HL7 v2.5.1 messages: the admission (ADT^A01) and the results (ORU^R01). */
final class V2Records {
    private static final int MAX_LINE = 72;

    private final Narrative narrative;
    private final Diseases diseases;

    V2Records(Narrative narrative, Diseases diseases) {
        this.narrative = narrative;
        this.diseases = diseases;
    }

    String admission(SampleVisit visit, String charset) {
        V2Message message = new V2Message();
        header(message, visit, "ADT^A01^ADT_A01", "ADT", charset);
        message.segment("EVN", "A01", visit.start());
        patient(message, visit);
        Person person = visit.person();
        relative(message, person);
        visit(message, visit);
        if (person.number() % 3 == 0) {
            message.segment(
                    "AL1",
                    "1",
                    "DA",
                    "7980^Penicillin^RXNORM",
                    "MO",
                    V2Message.escape(narrative.text(visit, "allergy")));
        }
        int set = 1;
        for (String code : visit.diagnoses()) {
            String title = V2Message.escape(diseases.title(code, visit.language()));
            message.segment(
                    "DG1",
                    Integer.toString(set),
                    "",
                    code + "^" + title + "^I10",
                    "",
                    visit.start(),
                    set++ == 1 ? "A" : "W");
        }
        String[] procedure = visit.procedure();
        message.segment("PR1", "1", "", procedure[0] + "^" + procedure[1] + "^I9CP", "", visit.start());
        message.segment("ZPI", "1", V2Message.escape(person.name().spoken()), person.email(), visit.nationalId());
        return message.text();
    }

    String results(SampleVisit visit, String charset) {
        V2Message message = new V2Message();
        header(message, visit, "ORU^R01^ORU_R01", "ORU", charset);
        patient(message, visit);
        relative(message, visit.person());
        visit(message, visit);
        laboratory(message, visit);
        imaging(message, visit);
        notes(message, visit);
        return message.text();
    }

    private static void header(V2Message message, SampleVisit visit, String type, String prefix, String charset) {
        Clinic clinic = visit.clinic();
        message.segment(
                "MSH",
                "^~\\&",
                clinic.issuer(),
                V2Message.escape(clinic.institution()),
                "ARCHIVE",
                "MDC",
                visit.start(),
                "",
                type,
                prefix + visit.number().replace(' ', '-'),
                "P",
                "2.5.1",
                "",
                "",
                "AL",
                "NE",
                "",
                charset);
    }

    private static void patient(V2Message message, SampleVisit visit) {
        Person person = visit.person();
        Registration registration = visit.study().registration();
        StringBuilder ids = new StringBuilder(
                id(registration.patientId(), registration.clinic().issuer(), "MR"));
        for (Registration other : person.registrations()) {
            if (!other.equals(registration)) {
                ids.append('~').append(id(other.patientId(), other.clinic().issuer(), "MR"));
            }
        }
        ids.append('~').append(id(visit.nationalId(), "", "NI"));
        message.segment(
                "PID",
                "1",
                "",
                ids.toString(),
                "",
                names(person.name()),
                "",
                person.birthDate(),
                person.sex(),
                "",
                "",
                address(person),
                "",
                V2Message.escape(person.phone()) + "~^NET^Internet^" + person.email());
    }

    private static void relative(V2Message message, Person person) {
        message.segment(
                "NK1",
                "1",
                names(person.relative()),
                "SPO^Spouse^HL70063",
                address(person),
                V2Message.escape(person.phone()));
    }

    private static void visit(V2Message message, SampleVisit visit) {
        Clinic clinic = visit.clinic();
        String[] fields = new String[50];
        java.util.Arrays.fill(fields, "");
        fields[0] = "1";
        fields[1] = "I";
        fields[2] = "PULM^12^2^" + V2Message.escape(clinic.department());
        fields[6] = "D1^" + clinic.referrer().replace('^', '~').split("~")[0];
        fields[7] = staff(visit.person().physician());
        fields[18] = V2Message.escape(visit.number()) + "^^^" + clinic.issuer() + "^VN";
        fields[43] = visit.start();
        fields[44] = visit.end();
        fields[49] = visit.previousNumber().isEmpty()
                ? ""
                : V2Message.escape(visit.previousNumber()) + "^^^" + clinic.issuer() + "^VN";
        message.segment("PV1", fields);
    }

    private static void laboratory(V2Message message, SampleVisit visit) {
        order(
                message,
                1,
                visit,
                "LAB" + visit.study().studyId(),
                "58410-2^Complete blood count panel^LN",
                "",
                "LAB",
                "");
        int set = 1;
        for (Laboratory.Result result : visit.results()) {
            Laboratory.Test test = result.test();
            message.segment(
                    "OBX",
                    Integer.toString(set++),
                    "NM",
                    test.code() + "^" + test.name() + "^LN",
                    "",
                    result.value(),
                    test.unit() + "^" + test.unit() + "^UCUM",
                    result.range(),
                    result.flag(),
                    "",
                    "",
                    "F",
                    "",
                    "",
                    visit.start());
        }
        message.segment(
                "OBX",
                Integer.toString(set),
                "CE",
                "883-9^ABO group [Type] in Blood^LN",
                "",
                Laboratory.bloodGroup(visit.person().number()) + "^"
                        + Laboratory.bloodGroup(visit.person().number()) + "^L",
                "",
                "",
                "",
                "",
                "",
                "F");
    }

    private void imaging(V2Message message, SampleVisit visit) {
        String[] report = visit.report();
        order(
                message,
                2,
                visit,
                "IMG" + visit.study().studyId(),
                report[0] + "^" + report[1] + "^LN",
                V2Message.escape(visit.study().accessionNumber()),
                visit.modality(),
                visit.study().studyInstanceUid());
        int set = 1;
        for (String line : lines(narrative.text(visit, visit.finding()))) {
            message.segment(
                    "OBX",
                    Integer.toString(set++),
                    "TX",
                    report[0] + "^" + report[1] + "^LN",
                    "",
                    V2Message.escape(line),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "F");
        }
    }

    private void notes(V2Message message, SampleVisit visit) {
        String[][] sections = {
            {"10154-3", "Chief complaint", "complaints"},
            {"10164-2", "History of present illness", "history"},
            {"11524-6", "EKG study", "ecg"},
            {"8648-8", "Hospital course", "epicrisis"},
            {"18776-5", "Plan of care", "recommendations"},
            {"29762-2", "Social history", "addictions"},
            {"45404-1", "Tuberculosis contact", "tuberculosis"},
            {"8716-3", "Vital signs", "observation"}
        };
        order(message, 3, visit, "NOTE" + visit.study().studyId(), "34133-9^Summary of episode note^LN", "", "MDM", "");
        int set = 1;
        for (String[] section : sections) {
            message.segment(
                    "OBX",
                    Integer.toString(set++),
                    "TX",
                    section[0] + "^" + section[1] + "^LN",
                    "",
                    V2Message.escape(narrative.text(visit, section[2])),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "F");
        }
        message.segment("NTE", "1", "L", V2Message.escape(narrative.text(visit, "observation")));
    }

    private static void order(
            V2Message message,
            int set,
            SampleVisit visit,
            String filler,
            String service,
            String accession,
            String section,
            String studyUid) {
        String[] fields = new String[32];
        java.util.Arrays.fill(fields, "");
        String[] radiologist = visit.clinic().radiologist().split("\\^", -1);
        fields[0] = Integer.toString(set);
        fields[2] = filler;
        fields[3] = service;
        fields[6] = visit.start();
        fields[15] = staff(visit.person().physician());
        fields[17] = accession;
        fields[18] = studyUid;
        fields[21] = visit.start();
        fields[23] = section;
        fields[24] = "F";
        fields[31] = "D2&" + radiologist[0] + "&" + radiologist[1];
        message.segment("OBR", fields);
    }

    private static String id(String value, String issuer, String type) {
        return V2Message.escape(value) + "^^^" + issuer + "^" + type;
    }

    private static String names(PersonName name) {
        String[] codes = {"A", "I", "P"};
        StringBuilder text = new StringBuilder();
        List<NameGroup> groups = name.groups();
        for (int i = 0; i < groups.size(); i++) {
            text.append(i == 0 ? "" : "~")
                    .append(name(groups.get(i)))
                    .append("^^L^")
                    .append(codes[i]);
        }
        return text.toString();
    }

    /** A repetition of XCN for each component group. */
    private static String staff(PersonName name) {
        StringBuilder text = new StringBuilder();
        for (NameGroup group : name.groups()) {
            text.append(text.isEmpty() ? "" : "~").append('^').append(name(group));
        }
        return text.toString();
    }

    /** Family, given, middle, suffix, prefix (XPN). */
    private static String name(NameGroup group) {
        return String.join("^", group.family(), group.given(), group.middle(), group.suffix(), group.prefix());
    }

    private static String address(Person person) {
        String[] parts = person.address().split(", ", 2);
        return V2Message.escape(parts[0]) + "^^" + V2Message.escape(parts.length > 1 ? parts[1] : "");
    }

    /** A text broken at blanks, as interfaces send it. */
    private static List<String> lines(String text) {
        List<String> lines = new java.util.ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > MAX_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
