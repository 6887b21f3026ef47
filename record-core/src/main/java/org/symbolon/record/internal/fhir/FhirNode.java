package org.symbolon.record.internal.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.internal.xml.XmlElement;

/**
 * A value, an object or a resource of a record, with its spans in bytes. The scanners build it; the walker notes where it stands
 * in the model and whether it is to be cut out.
 */
final class FhirNode {
    /** How it is written. In XML every value is a STRING, and an OBJECT may have a value too. */
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        XHTML,
        TEXT,
        CDATA,
        MARKUP
    }

    final Kind kind;

    /** With quotes, brackets, tags. */
    final int start;

    int end;

    /** Of the bare value; both the same where there is none. */
    int valueStart;

    int valueEnd;

    List<FhirMember> members = List.of();

    /** Empty where it is no resource. */
    String resourceType = "";

    /** The value as an XML parser gave it; null in JSON. */
    @Nullable
    String value;

    /** Only of XHTML in XML. */
    @Nullable
    XmlElement element;

    /** Where the walker met it. */
    String path = "";

    /** Its data type and the element of it, as the walker met it. */
    String dataType = "";

    /** To be cut out whole. */
    boolean removed;

    FhirNode(Kind kind, int start) {
        this.kind = kind;
        this.start = start;
    }

    void at(FhirElement found) {
        path = found.path();
        dataType = found.rule();
    }

    boolean hasValue() {
        return valueEnd > valueStart;
    }

    boolean isResource() {
        return !resourceType.isEmpty();
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return kind + " at " + start;
    }
}
