package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;

/** Collects the places of one record. */
final class FhirPlaces {
    private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::offset)
            .thenComparing(place -> place.type() == PlaceType.REMOVABLE ? 0 : 1)
            .thenComparing(Comparator.comparingInt(Place::length).reversed());

    private final FhirSource source;
    private final RecordOptions options;
    private final List<Place> places = new ArrayList<>();

    FhirPlaces(FhirSource source, RecordOptions options) {
        this.source = source;
        this.options = options;
    }

    /** The whole value of a node, if it has one. */
    void whole(FhirNode node, PlaceType type) {
        if (node.hasValue()) {
            String text = type == PlaceType.ATTACHMENT ? "" : source.text(node);
            add(new Place(
                    node.valueStart,
                    node.valueEnd - node.valueStart,
                    text,
                    type,
                    node.path,
                    node.dataType,
                    source.whole(node)));
        }
    }

    /** Characters of a value that can be divided. */
    void part(FhirNode node, FhirText text, int from, int to, PlaceType type) {
        int start = text.offset(from);
        int length = text.offset(to) - start;
        add(new Place(start, length, text.text().substring(from, to), type, node.path, node.dataType, source.part()));
    }

    void narrative(FhirNode div, PlaceType type) {
        source.narrative(div, type).forEach(this::add);
    }

    void removable(int start, int end, FhirNode first) {
        if (end > start) {
            add(new Place(start, end - start, "", PlaceType.REMOVABLE, first.path, source.part()));
        }
    }

    private void add(Place place) {
        if (places.size() >= options.maxPlaces()) {
            throw FhirFaults.tooMany("values", options.maxPlaces());
        }
        places.add(place);
    }

    List<Place> inOrder() {
        source.outside().forEach(this::add);
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i - 1).offset() >= places.get(i).offset()) {
                places.sort(ORDER);
                break;
            }
        }
        return places;
    }
}
