package org.symbolon.record.internal.fhir;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceSyntax;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.internal.xml.XmlDocument;
import org.symbolon.record.internal.xml.XmlMarkup;
import org.symbolon.record.internal.xml.XmlPlaceSyntax;

/** A record in XML (hl7.org/fhir/R4/xml.html). */
final class FhirXmlSource implements FhirSource {
    private final byte[] bytes;
    private final XmlDocument document;
    private final FhirNode root;
    private final XmlPlaceSyntax part;
    private final XmlPlaceSyntax whole;
    private final XmlPlaceSyntax text;
    private final XmlPlaceSyntax cdata;

    FhirXmlSource(byte[] bytes, RecordOptions options) {
        this.bytes = bytes;
        this.document = XmlDocument.parse(bytes, options);
        this.root = FhirXmlTree.of(document.root());
        this.part = XmlPlaceSyntax.attribute(document.charset());
        this.whole = part.neverEmpty();
        this.text = XmlPlaceSyntax.text(document.charset());
        this.cdata = XmlPlaceSyntax.cdata(document.charset());
    }

    @Override
    public Charset charset() {
        return document.charset();
    }

    @Override
    public FhirNode root() {
        return root;
    }

    @Override
    public String text(FhirNode node) {
        if (node.element != null) {
            return node.element.text();
        }
        return node.value == null ? "" : node.value;
    }

    @Override
    public FhirText located(FhirNode node) {
        return XmlValue.locate(bytes, node.valueStart, node.valueEnd, text(node), document.charset());
    }

    @Override
    public PlaceSyntax whole(FhirNode node) {
        return switch (node.kind) {
            case TEXT, MARKUP -> text;
            case CDATA -> cdata;
            default -> whole;
        };
    }

    @Override
    public PlaceSyntax part() {
        return part;
    }

    @Override
    public boolean hasCommas() {
        return false;
    }

    @Override
    public List<Place> narrative(FhirNode div, PlaceType type) {
        return div.element == null
                ? List.of()
                : new NarrativePlaces(type, div.path, offset -> offset, text, cdata, part).of(div.element);
    }

    @Override
    public String plainNarrative(FhirNode div) {
        return div.element == null ? "" : NarrativeText.plain(div.element);
    }

    @Override
    public List<Place> outside() {
        List<Place> places = new ArrayList<>();
        for (XmlMarkup markup : document.outside()) {
            places.add(new Place(markup.start(), markup.end() - markup.start(), "", PlaceType.REMOVABLE, "", text));
        }
        return places;
    }
}
