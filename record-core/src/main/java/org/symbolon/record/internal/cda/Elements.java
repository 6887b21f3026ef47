package org.symbolon.record.internal.cda;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.symbolon.record.internal.xml.XmlElement;

/** Searches below an element. */
final class Elements {
    private Elements() {}

    /** Calls for the element and everything below it, in the document's order. */
    static void forEach(XmlElement element, Consumer<XmlElement> action) {
        action.accept(element);
        for (XmlElement child : element.elements()) {
            forEach(child, action);
        }
    }

    /** The first element of one of the names, in the document's order. */
    static Optional<XmlElement> firstOf(XmlElement element, Collection<String> names) {
        if (names.contains(element.name())) {
            return Optional.of(element);
        }
        for (XmlElement child : element.elements()) {
            Optional<XmlElement> found = firstOf(child, names);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Value of an attribute of the first element down that way; empty where it leads nowhere. */
    static String attribute(XmlElement from, String attribute, String... way) {
        return from.first(way).map(at -> at.attribute(attribute)).orElse("");
    }

    /** Child elements of children: the way from acts to acts leads over relationships. */
    static List<XmlElement> grandchildren(XmlElement from, String child, String grandchild) {
        return from.elements(child).stream()
                .flatMap(at -> at.elements(grandchild).stream())
                .toList();
    }
}
