package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.record.internal.fhir.FhirNode.Kind;
import org.symbolon.record.internal.xml.XmlAttribute;
import org.symbolon.record.internal.xml.XmlElement;
import org.symbolon.record.internal.xml.XmlMarkup;
import org.symbolon.record.internal.xml.XmlNode;
import org.symbolon.record.internal.xml.XmlText;

/**
 * Turns XML into the tree that JSON gives: the attribute {@code value} is the value of its element, other attributes are
 * members, and a resource takes the place of the element around it. What FHIR does not know is named so that no model has it.
 */
final class FhirXmlTree {
    static final String FHIR = "http://hl7.org/fhir";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String STRANGE = "?";

    private FhirXmlTree() {}

    static FhirNode of(XmlElement root) {
        FhirNode node = node(root);
        node.resourceType = root.name();
        return node;
    }

    private static FhirNode node(XmlElement element) {
        if (element.is(XHTML, "div")) {
            FhirNode div = new FhirNode(Kind.XHTML, element.start());
            div.end = element.end();
            div.valueStart = element.contentStart();
            div.valueEnd = element.contentEnd();
            div.element = element;
            return div;
        }
        FhirNode node = new FhirNode(Kind.OBJECT, element.start());
        node.end = element.end();
        node.members =
                new ArrayList<>(element.attributes().size() + element.children().size());
        attributes(element, node);
        children(element, node);
        return node;
    }

    private static void attributes(XmlElement element, FhirNode node) {
        boolean known = element.namespace().equals(FHIR);
        for (XmlAttribute attribute : element.attributes()) {
            if (attribute.isNamespaceDeclaration()) {
                continue;
            }
            boolean plain = known && attribute.namespace().isEmpty();
            if (plain && attribute.name().equals("value")) {
                node.valueStart = attribute.valueStart();
                node.valueEnd = attribute.valueEnd();
                node.value = attribute.value();
                continue;
            }
            FhirNode item = new FhirNode(Kind.STRING, attribute.start());
            item.end = attribute.end();
            item.valueStart = attribute.valueStart();
            item.valueEnd = attribute.valueEnd();
            item.value = attribute.value();
            node.members.add(member(plain ? attribute.name() : STRANGE, item));
        }
    }

    private static void children(XmlElement element, FhirNode node) {
        for (XmlNode child : element.children()) {
            if (child instanceof XmlElement inner) {
                boolean resource = inner.namespace().equals(FHIR) && isUpperCase(inner.name());
                if (resource && !node.isResource()) {
                    FhirNode content = node(inner);
                    node.resourceType = inner.name();
                    node.members.addAll(content.members);
                } else {
                    node.members.add(member(isKnown(inner) ? inner.name() : STRANGE, node(inner)));
                }
            } else if (child instanceof XmlText run) {
                if (!run.isBlank()) {
                    Kind kind = run.kind() == XmlText.Kind.CDATA ? Kind.CDATA : Kind.TEXT;
                    node.members.add(member(STRANGE, text(kind, run)));
                }
            } else if (child instanceof XmlMarkup markup) {
                FhirNode item = new FhirNode(Kind.MARKUP, markup.start());
                item.end = markup.end();
                node.members.add(member(STRANGE, item));
            }
        }
    }

    private static FhirNode text(Kind kind, XmlText run) {
        FhirNode item = new FhirNode(kind, run.start());
        item.end = run.end();
        item.valueStart = run.start();
        item.valueEnd = run.end();
        item.value = run.text();
        return item;
    }

    private static boolean isKnown(XmlElement element) {
        return element.namespace().equals(FHIR) || element.is(XHTML, "div");
    }

    private static boolean isUpperCase(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    private static FhirMember member(String name, FhirNode item) {
        return new FhirMember(name, false, item.start, item.end, List.of(item), false);
    }
}
