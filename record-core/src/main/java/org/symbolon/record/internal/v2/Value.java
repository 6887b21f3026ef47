package org.symbolon.record.internal.v2;

/** One repetition of a field. Components and subcomponents count from 1; absent ones and the HL7 null are empty. */
record Value(Segment segment, Slice slice) {
    private static final String HL7_NULL = "\"\"";

    /** First subcomponent. */
    String text(int component) {
        return text(component, 1);
    }

    String text(int component, int subcomponent) {
        return segment.text(slice.start(), slice.end(), component, subcomponent);
    }

    /** All of it as written, escapes resolved, delimiters kept. */
    String whole() {
        String text = segment.decode(slice).strip();
        return text.equals(HL7_NULL) ? "" : text;
    }
}
