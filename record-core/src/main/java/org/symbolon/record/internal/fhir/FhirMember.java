package org.symbolon.record.internal.fhir;

import java.util.List;

/**
 * A named part of an object.
 *
 * @param name of the element; the underscore of JSON's siblings of primitives is left out
 * @param sibling whether it holds id and extensions of the primitive of that name (R4 JSON, 2.6.2.3)
 * @param start of the name's quote, or of the XML element
 * @param end behind the value
 * @param items the value, or those of its array
 * @param repeats whether it is written as an array
 */
record FhirMember(String name, boolean sibling, int start, int end, List<FhirNode> items, boolean repeats) {
    static final String RESOURCE_TYPE = "resourceType";

    /** Shows no value. */
    @Override
    public String toString() {
        return "member at " + start;
    }
}
