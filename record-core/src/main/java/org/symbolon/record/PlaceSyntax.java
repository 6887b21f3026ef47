package org.symbolon.record;

/** How text is written at a place of a record. Immutable; one instance may serve all places of a record. */
public interface PlaceSyntax {
    /**
     * The bytes that say the text at this place: escaped, in the record's character set; what that cannot express becomes a
     * question mark.
     */
    byte[] encode(String text);

    /** Whether nothing at all may stand at this place (an empty HL7 v2 field may, an empty FHIR string may not). */
    boolean allowsEmpty();
}
