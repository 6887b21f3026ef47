package org.symbolon.record.internal.cda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.symbolon.record.internal.xml.XmlElement;

/** Turns a name (EN) into the form of a DICOM person name: family^given^middle^prefix^suffix (PS3.5 6.2.1). */
final class PersonName {
    private PersonName() {}

    /** Of the person's legal name, or else the first; empty where there is none. */
    static String of(XmlElement person) {
        List<XmlElement> names = person.elements("name");
        return names.stream()
                .filter(name -> name.attribute("use").equals("L"))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(PersonName::written)
                .orElse("");
    }

    private static String written(XmlElement name) {
        List<String> given = parts(name, "given");
        String family = String.join(" ", parts(name, "family"));
        if (given.isEmpty() && family.isEmpty()) {
            return ofPlainText(name.text().strip());
        }
        return joined(
                family,
                given.isEmpty() ? "" : given.get(0),
                given.size() < 2 ? "" : String.join(" ", given.subList(1, given.size())),
                String.join(" ", parts(name, "prefix")),
                String.join(" ", parts(name, "suffix")));
    }

    private static List<String> parts(XmlElement name, String part) {
        List<String> texts = new ArrayList<>();
        for (XmlElement element : name.elements(part)) {
            String text = element.text().strip().replace('^', ' ');
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** "Family, Given Middle" or "Given Middle Family". */
    private static String ofPlainText(String text) {
        int comma = text.indexOf(',');
        List<String> words = new ArrayList<>(Arrays.asList(
                (comma < 0 ? text : text.substring(comma + 1)).strip().split("\\s+", 20)));
        String family = comma < 0 ? words.remove(words.size() - 1) : text.substring(0, comma);
        String given = words.isEmpty() ? "" : words.remove(0);
        return joined(family.strip(), given, String.join(" ", words), "", "");
    }

    private static String joined(String... components) {
        return String.join("^", components).replaceFirst("\\^+$", "");
    }
}
