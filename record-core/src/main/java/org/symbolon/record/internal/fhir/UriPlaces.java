package org.symbolon.record.internal.fhir;

import org.symbolon.record.PlaceType;
import org.symbolon.record.internal.fhir.ReferenceTargets.Target;

/** The places of references, addresses of resources and other URIs. */
final class UriPlaces {
    /** Longer ones are one place. */
    private static final int LONGEST_DIVIDED = 4096;

    private final FhirSource source;
    private final FhirPlaces places;
    private final IdentifierPlaces identifiers;

    UriPlaces(FhirSource source, FhirPlaces places, IdentifierPlaces identifiers) {
        this.source = source;
        this.places = places;
        this.identifiers = identifiers;
    }

    /** The address of a resource. */
    void address(FhirNode node, Target target) {
        if (!node.hasValue()) {
            return;
        }
        FhirText text = source.located(node);
        if (!isDivisible(text)) {
            places.whole(node, PlaceType.RECORD_IDENTIFIER);
            return;
        }
        boolean[] divided = new boolean[1];
        ReferencePlaces.divide(text.text(), target.identifier(), (from, to, type) -> {
            divided[0] = true;
            places.part(node, text, from, to, type);
        });
        if (!divided[0]) {
            places.whole(node, PlaceType.VALUE);
        }
    }

    private static boolean isDivisible(FhirText text) {
        return text.isDivisible() && text.text().length() <= LONGEST_DIVIDED;
    }

    /** A search without its address. */
    void search(FhirNode node) {
        FhirText text = source.located(node);
        String query = text.text();
        int from = query.startsWith("?") ? 1 : 0;
        if (isDivisible(text) && query.indexOf('=') > 0) {
            ReferencePlaces.divideQuery(
                    query,
                    from,
                    PlaceType.OTHER_IDENTIFIER,
                    (start, end, type) -> places.part(node, text, start, end, type));
        } else {
            places.whole(node, PlaceType.UNKNOWN);
        }
    }

    /** A URI of which nothing else is known. */
    void any(FhirNode node) {
        if (WellKnownUris.contains(source.text(node))) {
            places.whole(node, PlaceType.VALUE);
        } else if (!identifiers.urn(node, PlaceType.RECORD_IDENTIFIER)) {
            places.whole(node, PlaceType.UNKNOWN);
        }
    }
}
