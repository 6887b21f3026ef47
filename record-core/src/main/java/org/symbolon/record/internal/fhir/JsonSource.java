package org.symbolon.record.internal.fhir;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceSyntax;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.internal.xml.XmlDocument;
import org.symbolon.record.internal.xml.XmlElement;

/** A record in JSON (hl7.org/fhir/R4/json.html). */
final class JsonSource implements FhirSource {
    private static final String TAG = "<";

    private final byte[] bytes;
    private final RecordOptions options;
    private final FhirNode root;

    JsonSource(byte[] bytes, RecordOptions options) {
        this.bytes = bytes;
        this.options = options;
        this.root = new JsonScanner(bytes, options).scan();
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public FhirNode root() {
        return root;
    }

    @Override
    public String text(FhirNode node) {
        return JsonText.decode(bytes, node.valueStart, node.valueEnd);
    }

    @Override
    public FhirText located(FhirNode node) {
        return JsonText.locate(bytes, node.valueStart, node.valueEnd);
    }

    @Override
    public PlaceSyntax whole(FhirNode node) {
        return switch (node.kind) {
            case NUMBER -> JsonPlaceSyntax.NUMBER;
            case BOOLEAN -> JsonPlaceSyntax.BOOLEAN;
            default -> JsonPlaceSyntax.STRING;
        };
    }

    @Override
    public PlaceSyntax part() {
        return JsonPlaceSyntax.PART;
    }

    @Override
    public boolean hasCommas() {
        return true;
    }

    /** XHTML that is not well formed is one place, tags and all. */
    @Override
    public List<Place> narrative(FhirNode div, PlaceType type) {
        FhirText located = located(div);
        if (located.text().contains(TAG)) {
            FhirText.Utf8 utf8 = located.utf8();
            Optional<XmlElement> element = parse(utf8.bytes());
            if (element.isPresent()) {
                NarrativePlaces places = new NarrativePlaces(
                        type,
                        div.path,
                        utf8::origin,
                        JsonPlaceSyntax.XHTML_TEXT,
                        JsonPlaceSyntax.XHTML_CDATA,
                        JsonPlaceSyntax.XHTML_ATTRIBUTE);
                return places.of(element.get());
            }
        }
        List<Place> whole = new ArrayList<>(1);
        whole.add(new Place(
                div.valueStart, div.valueEnd - div.valueStart, located.text(), type, div.path, JsonPlaceSyntax.STRING));
        return whole;
    }

    @Override
    public String plainNarrative(FhirNode div) {
        String text = text(div);
        return parse(text.getBytes(StandardCharsets.UTF_8))
                .map(NarrativeText::plain)
                .orElseGet(() -> NarrativeText.withoutTags(text));
    }

    @Override
    public List<Place> outside() {
        return List.of();
    }

    /** Empty where it is not well formed, as with the entities of HTML, which FHIR allows. */
    private Optional<XmlElement> parse(byte[] xhtml) {
        try {
            XmlDocument document = XmlDocument.parse(xhtml, options);
            return document.outside().isEmpty() ? Optional.of(document.root()) : Optional.empty();
        } catch (SymbolonException notWellFormed) {
            return Optional.empty();
        }
    }
}
