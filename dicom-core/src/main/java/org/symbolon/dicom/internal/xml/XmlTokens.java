package org.symbolon.dicom.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.internal.model.ModelProblem;

/**
 * Elements and text of an XML document, by the JDK's own StAX parser without document types, entities and anything from
 * outside (a document with a DOCTYPE is refused). Namespaces are read over. Not thread-safe.
 */
final class XmlTokens {
    private final XMLStreamReader xml;

    XmlTokens(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        try {
            xml = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw problem(e);
        }
    }

    /** The name of the next child of the element that is open; null at the end of that element. Text between is white space. */
    @Nullable
    String child() throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return xml.getLocalName();
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return null;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        throw corrupt("Text where elements must be");
                    }
                }
                default -> {
                    // Comments and processing instructions mean nothing here.
                }
            }
        }
    }

    /** The text of the element that is open, to its end. */
    String text(int maxCharacters) throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (xml.getTextLength() > maxCharacters - text.length()) {
                        throw ModelProblem.limit("A longer text than the limit allows", -1, offset());
                    }
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.START_ELEMENT -> throw corrupt("An element inside of a text");
                default -> {
                    // Comments and processing instructions mean nothing here.
                }
            }
        }
    }

    /** Passes over the element that is open. */
    void skip() throws IOException {
        int open = 1;
        while (open > 0) {
            int event = next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** An attribute of the element that has just begun; null if it has none. */
    @Nullable
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    long offset() {
        return xml.getLocation().getCharacterOffset();
    }

    RuntimeException corrupt(String rule) {
        return ModelProblem.corrupt(rule, -1, offset());
    }

    private int next() throws IOException {
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException e) {
            throw problem(e);
        } catch (MissingResourceException e) {
            // The JDK's parser has no message for some errors in a document type, which is refused anyway.
            throw corrupt("XML that is not well-formed");
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw corrupt("A document type or an entity, which the Native DICOM Model does not need");
        }
        return event;
    }

    /** The parser's own message may quote the document: only the place goes on. */
    private static RuntimeException problem(XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof IOException cause
                && !(cause instanceof java.io.CharConversionException)) {
            throw cause;
        }
        long offset = e.getLocation() == null ? -1 : e.getLocation().getCharacterOffset();
        return ModelProblem.corrupt("XML that is not well-formed", -1, offset);
    }
}
