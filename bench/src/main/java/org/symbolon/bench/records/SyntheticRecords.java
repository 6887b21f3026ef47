package org.symbolon.bench.records;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages and resources of made-up people, the same for the same seed. */
final class SyntheticRecords {
    private static final String[] FAMILIES = {
        "Kowalska", "Nowak", "Kazlauskas", "Petraitis", "Zielinska", "Jankauskas", "Wojcik", "Stankevicius"
    };
    private static final String[] GIVEN = {"Anna", "Jonas", "Maria", "Piotr", "Ruta", "Tomasz", "Ona", "Andrzej"};
    private static final String[] CITIES = {"Vilnius", "Krakow", "Kaunas", "Gdansk", "Klaipeda", "Lublin"};
    private static final String[] TESTS = {
        "718-7^Hemoglobin [Mass/volume] in Blood^LN",
        "2345-7^Glucose [Mass/volume] in Serum or Plasma^LN",
        "2160-0^Creatinine [Mass/volume] in Serum or Plasma^LN",
        "2951-2^Sodium [Moles/volume] in Serum or Plasma^LN"
    };

    private final Random random = new Random(5);
    private final int people;

    SyntheticRecords(int people) {
        this.people = people;
    }

    /** ADT^A01 and ORU^R01 in turn, 900 to 1,700 bytes each. */
    List<byte[]> messages(int count) {
        List<byte[]> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String text = i % 2 == 0 ? admission(i) : result(i);
            messages.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return messages;
    }

    private String header(String event, int number) {
        return "MSH|^~\\&|HIS|WARD7|SYMBOLON|DC|202603%02d1200%02d||%s|M%08d|P|2.5.1||||||UNICODE UTF-8\r"
                .formatted(1 + number % 28, number % 60, event, number);
    }

    private String patient(int number) {
        int who = number % people;
        return ("PID|1||%07d^^^WCPT^MR~%s^^^PESEL^NI||%s^%s^%s^^^^L||19%02d0%d1%d|F|||ul. Lipowa %d/%d^^%s^^80-%03d^PL||"
                        + "+48 58 555 %04d^PRN^PH|||M||ACC%06d|||||||||||N\r")
                .formatted(
                        1000000 + who,
                        pesel(who),
                        FAMILIES[who % FAMILIES.length],
                        GIVEN[who / 8 % GIVEN.length],
                        GIVEN[who / 3 % GIVEN.length],
                        30 + who % 60,
                        1 + who % 9,
                        who % 9,
                        1 + who % 90,
                        1 + who % 12,
                        CITIES[who % CITIES.length],
                        who % 1000,
                        who % 10000,
                        who);
    }

    private static String pesel(int who) {
        return "%011d".formatted(44051400000L + who);
    }

    private String admission(int number) {
        int who = number % people;
        return header("ADT^A01^ADT_A01", number)
                + "EVN|A01|202603%02d1155\r".formatted(1 + number % 28)
                + patient(number)
                + "NK1|1|%s^Jan|SPO^Spouse^HL70063|ul. Lipowa 7^^%s^^80-100^PL|+48 58 555 1%03d\r"
                        .formatted(FAMILIES[who % FAMILIES.length], CITIES[who % CITIES.length], who % 1000)
                + "PV1|1|I|7W^12^1^WCPT||V%07d|||4711^Adamczyk^Ewa^^^dr|0815^Baran^Olga|||CAR||||1||||V%07d^^^WCPT^VN|||||||||||||||||||||||||202603%02d1140\r"
                        .formatted(number / 2, number, 1 + number % 28)
                + "DG1|1||I21.4^Acute subendocardial myocardial infarction^I10||20260301|A\r"
                + "DG1|2||E11.9^Type 2 diabetes mellitus without complications^I10||20240115|A\r"
                + "AL1|1|DA|7980^Penicillin^RXNORM|MO|Rash\r";
    }

    private String result(int number) {
        StringBuilder text = new StringBuilder(header("ORU^R01^ORU_R01", number))
                .append(patient(number))
                .append("PV1|1|O|7W^12^1||||4711^Adamczyk^Ewa|||CAR||||||||V%07d^^^WCPT^VN\r".formatted(number))
                .append("ORC|RE|P%07d|F%07d||CM\r".formatted(number, number))
                .append(
                        "OBR|1|P%07d|F%07d|58410-2^CBC panel^LN|||202603%02d0830|||||||||4711^Adamczyk^Ewa||||||202603%02d0930|||F\r"
                                .formatted(number, number, 1 + number % 28, 1 + number % 28));
        for (int i = 0; i < TESTS.length; i++) {
            text.append("OBX|%d|NM|%s||%d.%d|mg/dL^mg/dL^UCUM|4.0-12.0|%s|||F|||202603%02d0830\r"
                    .formatted(
                            i + 1,
                            TESTS[i],
                            3 + random.nextInt(12),
                            random.nextInt(10),
                            random.nextInt(4) == 0 ? "H" : "N",
                            1 + number % 28));
        }
        int who = number % people;
        return text.append(
                        "NTE|1||Sample of Mrs %s taken on 2026-03-%02d, slight haemolysis; compare with the values of last week.\r"
                                .formatted(FAMILIES[who % FAMILIES.length], 1 + number % 28))
                .toString();
    }

    /** Observation, Condition, Encounter and Patient in turn, 600 to 1,300 bytes each. */
    List<byte[]> resources(int count) {
        List<byte[]> resources = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String text = switch (i % 4) {
                case 0 -> observation(i);
                case 1 -> condition(i);
                case 2 -> encounter(i);
                default -> person(i);
            };
            resources.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return resources;
    }

    private String subject(int number) {
        int who = number % people;
        return """
                "subject":{"reference":"Patient/p%07d","identifier":{"use":"usual","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"system":"urn:oid:2.999.1","value":"%07d"},"display":"%s %s"}""".formatted(who, 1000000 + who, GIVEN[who / 8 % GIVEN.length], FAMILIES[who % FAMILIES.length]);
    }

    private String observation(int number) {
        return """
                {"resourceType":"Observation","id":"o%08d","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory","display":"Laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"718-7","display":"Hemoglobin [Mass/volume] in Blood"}],"text":"Hemoglobin"},%s,"encounter":{"reference":"Encounter/e%08d"},"effectiveDateTime":"2026-03-%02dT08:30:00+01:00","issued":"2026-03-%02dT09:30:00.000+01:00","performer":[{"reference":"Practitioner/4711","display":"dr Ewa Adamczyk"}],"valueQuantity":{"value":%d.%d,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}}""".formatted(
                        number,
                        subject(number),
                        number / 4,
                        1 + number % 28,
                        1 + number % 28,
                        8 + random.nextInt(9),
                        random.nextInt(10));
    }

    private String condition(int number) {
        return """
                {"resourceType":"Condition","id":"c%08d","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"I21.4","display":"Acute subendocardial myocardial infarction"},{"system":"http://snomed.info/sct","code":"401314000","display":"Acute non-ST segment elevation myocardial infarction"}]},%s,"onsetDateTime":"2026-03-%02d","recordedDate":"2026-03-%02d","note":[{"text":"Pain since the morning, relieved by nitroglycerin."}]}""".formatted(number, subject(number), 1 + number % 28, 1 + number % 28);
    }

    private String encounter(int number) {
        return """
                {"resourceType":"Encounter","id":"e%08d","identifier":[{"type":{"coding":[{"code":"VN"}]},"system":"urn:oid:2.999.2","value":"V%07d"}],"status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP","display":"inpatient encounter"},%s,"participant":[{"individual":{"reference":"Practitioner/4711","display":"dr Ewa Adamczyk"}}],"period":{"start":"2026-03-%02dT11:40:00+01:00","end":"2026-03-29T10:00:00+01:00"},"serviceProvider":{"reference":"Organization/7","display":"West Coast Hospital"}}""".formatted(number, number, subject(number), 1 + number % 28);
    }

    private String person(int number) {
        int who = number % people;
        return """
                {"resourceType":"Patient","id":"p%07d","identifier":[{"use":"usual","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"system":"urn:oid:2.999.1","value":"%07d"}],"name":[{"use":"official","family":"%s","given":["%s"]}],"telecom":[{"system":"phone","value":"+48 58 555 %04d","use":"home"}],"gender":"female","birthDate":"19%02d-0%d-1%d","address":[{"line":["ul. Lipowa %d"],"city":"%s","postalCode":"80-%03d","country":"PL"}],"maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"M"}]}}""".formatted(
                        who,
                        1000000 + who,
                        FAMILIES[who % FAMILIES.length],
                        GIVEN[who / 8 % GIVEN.length],
                        who % 10000,
                        30 + who % 60,
                        1 + who % 9,
                        who % 9,
                        1 + who % 90,
                        CITIES[who % CITIES.length],
                        who % 1000);
    }
}
