package org.symbolon.testkit.internal.exam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.testkit.internal.people.NameGroup;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.score.Check;
import org.symbolon.testkit.score.ExamObject;
import org.symbolon.testkit.score.ScoreAction;

/**
 * Textual records from templates: {@code ⟦…⟧} must go, {@code ⟪…⟫} must stay, {@code ⟨…⟩} is a date that must move, {@code ⦅…⦆} a UID that must be
 * replaced as in the images, {@code $name} a value of the patient's.
 */
final class ExamRecords {
    private static final Map<Character, Character> MARKS = Map.of('⟦', '⟧', '⟪', '⟫', '⟨', '⟩', '⦅', '⦆');

    private ExamRecords() {}

    /** A record and its checks. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Made(ExamObject object, byte[] bytes, java.util.List<Check> checks) {}

    /**
     * @param template name of a resource
     * @param charset as Java names it; the template says what the format calls it
     */
    static Made of(ExamPatient patient, String template, String format, String charset) throws IOException {
        String extension = template.substring(template.lastIndexOf('.'));
        String name = "records/" + patient.family().replaceAll("[^\\p{L}]", "_") + "_" + format + extension;
        ExamLog log = new ExamLog(name);
        String marked = filled(resource(template), patient);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < marked.length(); at++) {
            Character closing = MARKS.get(marked.charAt(at));
            if (closing == null) {
                text.append(marked.charAt(at));
                continue;
            }
            int end = marked.indexOf(closing, at);
            String value = marked.substring(at + 1, end);
            note(log, marked.charAt(at), value);
            text.append(value);
            at = end;
        }
        log.check("text", ScoreAction.PATIENT_ID_CONSISTENT, patient.id());
        String lines = extension.equals(".hl7") ? text.toString().replace('\n', '\r') : text.toString();
        ExamObject object = new ExamObject(name, format, "", patient.id(), charset, ExamObject.Quarantine.FORBIDDEN);
        return new Made(object, lines.getBytes(Charset.forName(charset)), log.checks());
    }

    private static void note(ExamLog log, char mark, String value) {
        switch (mark) {
            case '⟦' -> log.check("text", ScoreAction.TEXT_REMOVED, value);
            case '⟪' -> log.check("text", ScoreAction.TEXT_RETAINED, value);
            case '⟨' -> log.check("text", ScoreAction.DATE_SHIFTED, value);
            default -> {
                log.check("text", ScoreAction.UID_CHANGED, value);
                log.check("text", ScoreAction.UID_CONSISTENT, value);
            }
        }
    }

    private static String filled(String template, ExamPatient patient) {
        Person person = patient.person();
        Map<String, String> values =
                new TreeMap<>((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
        NameGroup group = person.name().groups().get(person.name().groups().size() > 1 ? 1 : 0);
        values.put("$family", group.family());
        values.put("$given", group.given());
        values.put("$FAMILY", NameWriting.shouted(group.family()));
        values.put("$GIVEN", NameWriting.shouted(group.given()));
        values.put("$inflected", NameWriting.inflected(group.family()));
        values.put("$plain", NameWriting.plain(patient, group.family()));
        values.put("$initial", NameWriting.initial(group.given()));
        String middle = group.middle();
        values.put("$middle", middle.isEmpty() ? "" : "^" + middle);
        values.put("$givenmiddle", middle.isEmpty() ? "" : "<given>" + middle + "</given>");
        values.put("$jsonmiddle", middle.isEmpty() ? "" : ", \"" + middle + "\"");
        values.put("$relfamily", person.relative().alphabetic().family());
        values.put("$relgiven", person.relative().alphabetic().given());
        values.put("$docfamily", person.physician().alphabetic().family());
        values.put("$docgiven", person.physician().alphabetic().given());
        values.put("$colleague", patient.colleagueIn());
        values.put("$stranger", patient.stranger());
        values.put("$id", patient.id());
        values.put("$issuer", patient.clinic().issuer());
        values.put("$national", patient.nationalNumber());
        values.put("$birth", patient.birthDate());
        values.put("$isobirth", iso(patient.birthDate()));
        values.put("$date", patient.studyDate());
        values.put("$isodate", iso(patient.studyDate()));
        values.put("$earlier", patient.earlierDate());
        values.put("$sex", person.sex());
        values.put("$gender", person.sex().equals("F") ? "female" : "male");
        values.put("$street", person.address().split(", ", 2)[0]);
        values.put("$town", person.address().contains(", ") ? person.address().split(", ", 2)[1] : "Nowhere");
        values.put("$phone", person.phone());
        values.put("$email", person.email());
        values.put("$accession", patient.accession());
        values.put("$study", patient.studyUid());
        values.put("$institution", patient.clinic().institution());
        values.put("$seed", patient.seed());
        String filled = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private static String iso(String date) {
        return String.format(Locale.ROOT, "%s-%s-%s", date.substring(0, 4), date.substring(4, 6), date.substring(6));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ExamRecords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The test kit lacks its template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
