package org.symbolon.record.internal.cda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.model.visit.Description;
import org.symbolon.record.internal.xml.XmlElement;

/** What a document tells in words: one description for each section that has any, sections within sections included. */
final class Descriptions {
    private Descriptions() {}

    static List<Description> of(XmlElement root, String documentDate) {
        List<Description> found = new ArrayList<>();
        Description.Kind whole = SectionKinds.of(Elements.attribute(root, "code", "code"), title(root));
        Elements.forEach(root, element -> {
            if (element.name().equals("section")) {
                add(found, element, whole, documentDate);
            } else if (element.name().equals("nonXMLBody")) {
                element.first("text")
                        .filter(text -> !text.attribute("representation").equals("B64"))
                        .map(Narrative::plain)
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> found.add(new Description(whole, title(root), text, documentDate)));
            }
        });
        return found;
    }

    private static void add(List<Description> found, XmlElement section, Description.Kind whole, String documentDate) {
        String text = section.first("text").map(Narrative::plain).orElse("");
        if (text.isEmpty()) {
            text = String.join("\n", named(section));
        }
        if (text.isEmpty()) {
            return;
        }
        String title = title(section);
        String code = Elements.attribute(section, "code", "code");
        String display = Elements.attribute(section, "displayName", "code");
        String date = Times.start(section);
        String heading = title.isEmpty() ? display : title;
        found.add(new Description(
                SectionKinds.within(whole, code, heading), heading, text, date.isEmpty() ? documentDate : date));
    }

    private static String title(XmlElement section) {
        return section.first("title").map(Narrative::plain).orElse("");
    }

    /** Of a section without narrative: what its entries are called. */
    private static List<String> named(XmlElement section) {
        Set<String> names = new LinkedHashSet<>();
        for (XmlElement entry : section.elements("entry")) {
            Elements.forEach(entry, element -> {
                boolean coded = element.name().equals("value") || element.name().equals("code");
                XmlElement parent = element.parent();
                boolean played = parent != null && parent.name().equals("playingEntity");
                if (coded && (played || element.name().equals("value"))) {
                    names.add(Codes.words(element));
                }
            });
        }
        names.remove("");
        return List.copyOf(names);
    }
}
