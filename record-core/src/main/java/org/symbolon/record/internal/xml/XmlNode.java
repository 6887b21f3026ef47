package org.symbolon.record.internal.xml;

/** A piece of a document's content, with the bytes that it takes up. */
public sealed interface XmlNode permits XmlElement, XmlText, XmlMarkup {
    /** Offset of the first byte. */
    int start();

    /** Offset behind the last byte. */
    int end();
}
