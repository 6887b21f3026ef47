package org.symbolon.record.internal.cda;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceSyntax;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.internal.xml.XmlAttribute;
import org.symbolon.record.internal.xml.XmlDocument;
import org.symbolon.record.internal.xml.XmlElement;
import org.symbolon.record.internal.xml.XmlMarkup;
import org.symbolon.record.internal.xml.XmlNode;
import org.symbolon.record.internal.xml.XmlPlaceSyntax;
import org.symbolon.record.internal.xml.XmlText;

/**
 * Walks through a document and gives every value its place. Recursion is as deep as {@link RecordOptions#maxDepth} at most. Used
 * once.
 */
final class PlaceWalk {
    private final XmlDocument document;
    private final IdentifierRules identifiers;
    private final int maxPlaces;
    private final List<Place> places = new ArrayList<>();
    private final PlaceSyntax attributeSyntax;
    private final PlaceSyntax filledAttributeSyntax;
    private final PlaceSyntax textSyntax;
    private final PlaceSyntax cdataSyntax;

    PlaceWalk(XmlDocument document, DicomUids uids, RecordOptions options) {
        this.document = document;
        this.identifiers = new IdentifierRules(uids);
        this.maxPlaces = options.maxPlaces();
        this.attributeSyntax = XmlPlaceSyntax.attribute(document.charset());
        this.filledAttributeSyntax =
                XmlPlaceSyntax.attribute(document.charset()).neverEmpty();
        this.textSyntax = XmlPlaceSyntax.text(document.charset());
        this.cdataSyntax = XmlPlaceSyntax.cdata(document.charset());
    }

    List<Place> places() {
        XmlElement root = document.root();
        PathNames path = PathNames.root();
        document.outside().stream()
                .filter(markup -> markup.start() < root.start())
                .forEach(m -> markup(m, path));
        element(root, Context.root(root), path.child(root.name()));
        document.outside().stream()
                .filter(markup -> markup.start() > root.start())
                .forEach(m -> markup(m, path));
        return places;
    }

    private void element(XmlElement element, Context context, PathNames path) {
        for (XmlAttribute attribute : element.attributes()) {
            attribute(attribute, element, context, path);
        }
        for (XmlNode child : element.children()) {
            if (child instanceof XmlElement inner) {
                PathNames innerPath = path.child(inner.name());
                if (V3.knows(inner)) {
                    element(inner, context.of(inner, element), innerPath);
                } else {
                    add(inner.start(), inner.end(), "", PlaceType.REMOVABLE, innerPath, "", textSyntax);
                    foreign(inner, innerPath);
                }
            } else if (child instanceof XmlText text) {
                text(text, TextRules.of(element, context), path, context.dataType(element));
            } else if (child instanceof XmlMarkup markup) {
                markup(markup, path);
            }
        }
    }

    private void attribute(XmlAttribute attribute, XmlElement element, Context context, PathNames path) {
        boolean foreign = V3.isForeign(attribute);
        if (foreign) {
            add(
                    attribute.start(),
                    attribute.end(),
                    "",
                    PlaceType.REMOVABLE,
                    path.child("@" + attribute.name()),
                    "",
                    textSyntax);
        }
        if (!attribute.isNamespaceDeclaration()) {
            PlaceType type = foreign ? PlaceType.UNKNOWN : AttributeRules.of(attribute, element, context, identifiers);
            value(attribute, type, path, context.dataType(element));
        }
    }

    /** What stands in an element that can be cut out: nothing is known of it. */
    private void foreign(XmlElement element, PathNames path) {
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.isNamespaceDeclaration()) {
                value(attribute, PlaceType.UNKNOWN, path, "");
            }
        }
        for (XmlNode child : element.children()) {
            if (child instanceof XmlElement inner) {
                foreign(inner, path.child(inner.name()));
            } else if (child instanceof XmlText text) {
                text(text, PlaceType.UNKNOWN, path, "");
            }
        }
    }

    private void value(XmlAttribute attribute, PlaceType type, PathNames path, String dataType) {
        PathNames at = path.child("@" + attribute.name());
        // of an attribute only a URL may be empty (datatypes-base.xsd of CDA R2)
        PlaceSyntax syntax = type == PlaceType.TELECOM ? attributeSyntax : filledAttributeSyntax;
        add(attribute.valueStart(), attribute.valueEnd(), attribute.value(), type, at, dataType, syntax);
    }

    private void text(XmlText text, PlaceType type, PathNames path, String dataType) {
        if (!text.isBlank()) {
            PlaceSyntax syntax = text.kind() == XmlText.Kind.CDATA ? cdataSyntax : textSyntax;
            String value = type == PlaceType.ATTACHMENT ? "" : text.text();
            add(text.start(), text.end(), value, type, path, dataType, syntax);
        }
    }

    private void markup(XmlMarkup markup, PathNames path) {
        String name = markup.kind() == XmlMarkup.Kind.COMMENT ? "comment()" : "processing-instruction()";
        add(markup.start(), markup.end(), "", PlaceType.REMOVABLE, path.child(name), "", textSyntax);
    }

    private void add(
            int start, int end, String text, PlaceType type, PathNames path, String dataType, PlaceSyntax syntax) {
        if (end == start) {
            return;
        }
        if (places.size() >= maxPlaces) {
            throw new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "A record has at most " + maxPlaces + " values");
        }
        places.add(new Place(start, end - start, text, type, path.path(), dataType, syntax));
    }
}
