package org.symbolon.record.internal.xml;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The JDK's parser, asked whether it sees the same document as {@link XmlScanner}: what two readers understand differently is
 * refused. It runs behind the scanner, which has refused document type declarations and bounded everything by then.
 */
final class SecondOpinion {
    private SecondOpinion() {}

    static void check(XmlSource source, int elements, int attributes) {
        int seenElements = 0;
        int seenAttributes = 0;
        try (StringReader text = new StringReader(source.text())) {
            if (text.skip(source.firstCharacter()) != source.firstCharacter()) {
                throw new SymbolonException(ErrorCode.INTERNAL, "A string ended before its length");
            }
            XMLStreamReader reader = factory().createXMLStreamReader(text);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    seenElements++;
                    seenAttributes += reader.getAttributeCount() + reader.getNamespaceCount();
                } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw XmlFaults.corrupt("A document type declaration or entity", 0);
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            // The parser's own message may quote the document, so it goes nowhere.
            throw new SymbolonException(
                    ErrorCode.CORRUPT,
                    "Not well formed in line " + e.getLocation().getLineNumber());
        } catch (IOException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "A string could not be read", e);
        }
        if (seenElements != elements || seenAttributes != attributes) {
            throw new SymbolonException(ErrorCode.CORRUPT, "Two parsers see different documents");
        }
    }

    /** A new one for each document: factories of the JDK are not promised to be thread-safe. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("No external entity is read");
        });
        return factory;
    }
}
