package org.symbolon.record.internal.xml;

/**
 * An attribute, namespace declarations included.
 *
 * @param namespace empty for an attribute without prefix, {@link XmlElement#XMLNS} for a namespace declaration
 * @param name local name; of {@code xmlns="..."} it is {@code xmlns}
 * @param start of the white space before it: from here to {@code end} it can be cut out
 * @param valueStart behind the opening quote
 * @param valueEnd before the closing quote
 * @param end behind the closing quote
 * @param value unescaped and normalised as in XML 3.3.3
 */
public record XmlAttribute(
        String namespace, String name, int start, int valueStart, int valueEnd, int end, String value) {

    public boolean isNamespaceDeclaration() {
        return namespace.equals(XmlElement.XMLNS);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "@" + name + " at " + start;
    }
}
