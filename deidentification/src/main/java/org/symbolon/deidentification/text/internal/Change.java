package org.symbolon.deidentification.text.internal;

/**
 * A replacement inside one text.
 *
 * @param start of the first character that goes
 * @param end behind the last
 */
public record Change(int start, int end, String replacement) {
    /** Shows no value. */
    @Override
    public String toString() {
        return "change of " + start + " to " + end;
    }
}
