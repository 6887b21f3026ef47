package org.symbolon.deidentification.cleaning;

/**
 * A replacement inside one text.
 *
 * @param start of the first character that goes, in UTF-16 units
 * @param end behind the last
 * @param replacement a {@link Placeholder}, or a moved date in the form of the original
 */
public record Change(int start, int end, String replacement) {
    /** Shows no value. */
    @Override
    public String toString() {
        return "change of " + start + " to " + end;
    }
}
