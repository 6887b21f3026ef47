package org.symbolon.record.internal.xml;

/**
 * A comment or a processing instruction, its marks included. It can be cut out and the document stays well formed; the XML
 * declaration is none of them.
 */
public record XmlMarkup(Kind kind, int start, int end) implements XmlNode {
    /** What it is. */
    public enum Kind {
        COMMENT,
        PROCESSING_INSTRUCTION
    }
}
