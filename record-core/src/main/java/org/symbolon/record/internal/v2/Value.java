package org.symbolon.record.internal.v2;

import java.util.List;

/** One repetition of a field. Components and subcomponents count from 1; absent ones and the HL7 null are empty. */
record Value(Segment segment, Slice slice) {
    private static final String HL7_NULL = "\"\"";

    /** First subcomponent. */
    String text(int component) {
        return text(component, 1);
    }

    String text(int component, int subcomponent) {
        Delimiters delimiters = segment.syntax().delimiters();
        List<Slice> components = segment.split(slice, delimiters.component());
        if (component > components.size()) {
            return "";
        }
        List<Slice> parts = segment.split(components.get(component - 1), delimiters.subcomponent());
        if (subcomponent > parts.size()) {
            return "";
        }
        String text = segment.decode(parts.get(subcomponent - 1)).strip();
        return text.equals(HL7_NULL) ? "" : text;
    }

    /** All of it as written, escapes resolved, delimiters kept. */
    String whole() {
        String text = segment.decode(slice).strip();
        return text.equals(HL7_NULL) ? "" : text;
    }
}
