package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceSyntax;
import org.symbolon.record.PlaceType;
import org.symbolon.record.internal.xml.XmlAttribute;
import org.symbolon.record.internal.xml.XmlElement;
import org.symbolon.record.internal.xml.XmlMarkup;
import org.symbolon.record.internal.xml.XmlNode;
import org.symbolon.record.internal.xml.XmlText;

/** Gives the text nodes and attributes of XHTML their places, so that the tags stay (hl7.org/fhir/R4/narrative.html). */
final class NarrativePlaces {
    /** Attributes of layout and language. */
    private static final Set<String> HARMLESS = Set.of(
            "class",
            "style",
            "border",
            "colspan",
            "rowspan",
            "width",
            "height",
            "align",
            "valign",
            "cellpadding",
            "cellspacing",
            "lang",
            "dir",
            "scope",
            "type",
            "start",
            "span",
            "rules",
            "frame");

    private final PlaceType type;
    private final String path;
    private final IntUnaryOperator origin;
    private final PlaceSyntax text;
    private final PlaceSyntax cdata;
    private final PlaceSyntax attribute;
    private final List<Place> places = new ArrayList<>();

    /** @param origin offset in the record of an offset in the XHTML */
    NarrativePlaces(
            PlaceType type,
            String path,
            IntUnaryOperator origin,
            PlaceSyntax text,
            PlaceSyntax cdata,
            PlaceSyntax attribute) {
        this.type = type;
        this.path = path;
        this.origin = origin;
        this.text = text;
        this.cdata = cdata;
        this.attribute = attribute;
    }

    List<Place> of(XmlElement div) {
        walk(div);
        return places;
    }

    private void walk(XmlElement element) {
        for (XmlAttribute each : element.attributes()) {
            if (!each.isNamespaceDeclaration()) {
                boolean harmless = type != PlaceType.UNKNOWN && HARMLESS.contains(each.name());
                add(
                        each.valueStart(),
                        each.valueEnd(),
                        each.value(),
                        harmless ? PlaceType.VALUE : PlaceType.UNKNOWN,
                        attribute);
            }
        }
        for (XmlNode child : element.children()) {
            if (child instanceof XmlElement inner) {
                walk(inner);
            } else if (child instanceof XmlMarkup markup) {
                add(markup.start(), markup.end(), "", PlaceType.REMOVABLE, text);
            } else if (child instanceof XmlText run && !run.isBlank()) {
                add(run.start(), run.end(), run.text(), type, run.kind() == XmlText.Kind.CDATA ? cdata : text);
            }
        }
    }

    private void add(int start, int end, String value, PlaceType placeType, PlaceSyntax syntax) {
        if (end > start) {
            int from = origin.applyAsInt(start);
            places.add(new Place(from, origin.applyAsInt(end) - from, value, placeType, path, syntax));
        }
    }
}
