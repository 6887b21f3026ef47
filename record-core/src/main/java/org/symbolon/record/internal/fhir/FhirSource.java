package org.symbolon.record.internal.fhir;

import java.nio.charset.Charset;
import java.util.List;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceSyntax;
import org.symbolon.record.PlaceType;

/** The bytes of a record behind its tree. */
interface FhirSource {
    Charset charset();

    FhirNode root();

    /** The decoded value; empty where there is none; of XHTML the text with or without its tags. */
    String text(FhirNode node);

    /** The decoded value with the place of each character, or without where they cannot be told. */
    FhirText located(FhirNode node);

    PlaceSyntax whole(FhirNode node);

    PlaceSyntax part();

    /** Whether neighbours are parted by commas, which are to be cut out with them. */
    boolean hasCommas();

    /** Places of a narrative, its tags left out. */
    List<Place> narrative(FhirNode div, PlaceType type);

    /** A narrative without its tags. */
    String plainNarrative(FhirNode div);

    /** What stands beside the root and can be cut out. */
    List<Place> outside();
}
