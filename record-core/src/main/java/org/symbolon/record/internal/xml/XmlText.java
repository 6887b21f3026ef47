package org.symbolon.record.internal.xml;

/**
 * A run of character data, or the inside of a CDATA section.
 *
 * @param kind how it is written
 * @param start of the characters; in a CDATA section behind its opening mark
 * @param end of the characters; in a CDATA section before its closing mark
 * @param text unescaped, line ends as in XML 2.11; of mere white space only one blank or newline is kept
 */
public record XmlText(Kind kind, int start, int end, String text) implements XmlNode {
    /** How character data are written. */
    public enum Kind {
        TEXT,
        CDATA
    }

    /** Whether it holds nothing but white space, as between the elements of an indented document. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return kind + " at " + start;
    }
}
