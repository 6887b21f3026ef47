package org.symbolon.testkit.internal.records;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.symbolon.testkit.internal.people.NameGroup;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.PersonName;

/** Sentences as clinicians write them, names and numbers of people among them. */
final class Narrative {
    private final Map<String, String> templates = new HashMap<>();

    Narrative() {
        Table.read("narrative.tsv").forEach(row -> templates.put(row[0] + " " + row[1], row[2]));
    }

    String text(SampleVisit visit, String subject) {
        Language language = visit.language();
        Person person = visit.person();
        String template = Objects.requireNonNull(templates.get(language.code() + " " + subject), subject);
        return template.replace("{patient.genitive}", genitive(visit))
                .replace("{patient}", person.name().spoken())
                .replace("{relative}", person.relative().spoken())
                .replace("{physician}", person.physician().spoken())
                .replace("{radiologist}", spoken(visit.clinic().radiologist()))
                .replace("{phone}", person.phone())
                .replace("{address}", person.address())
                .replace("{institution}", visit.clinic().institution())
                .replace("{id}", visit.study().registration().patientId())
                .replace("{date}", language.written(visit.study().date()))
                .replace("{previous}", language.written(visit.previousDate()))
                .replace("{size}", Integer.toString(11 + person.number() * 7 % 40))
                .replace("{weight}", Integer.toString(4 + person.number() % 9));
    }

    /** The patient's name as it stands after a noun. */
    static String genitive(SampleVisit visit) {
        PersonName name = visit.person().name();
        NameGroup alphabetic = name.alphabetic();
        return name.groups().size() > 1 ? name.spoken() : Inflection.genitive(alphabetic.family(), visit.language());
    }

    /** A Person Name value as people write it: title, given name, family name. */
    static String spoken(String personName) {
        String[] parts = personName.split("\\^", -1);
        String title = parts.length > 3 && !parts[3].isEmpty() ? parts[3] + " " : "";
        return title + parts[1] + " " + parts[0];
    }
}
