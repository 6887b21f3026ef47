package org.symbolon.record.internal.xml;

import java.nio.charset.Charset;
import java.util.List;
import org.symbolon.record.RecordOptions;

/**
 * A well-formed document. Immutable.
 *
 * @param charset of its bytes
 * @param root its element
 * @param outside comments and processing instructions before and behind the root, in order
 */
public record XmlDocument(Charset charset, XmlElement root, List<XmlMarkup> outside) {
    public XmlDocument {
        outside = List.copyOf(outside);
    }

    /**
     * Reads a whole document. Errors: {@code CORRUPT} (not well formed, a document type declaration, an entity, an unusable
     * character set), {@code TRUNCATED}, {@code LIMIT_EXCEEDED}.
     */
    public static XmlDocument parse(byte[] bytes, RecordOptions options) {
        XmlSource source = XmlSource.decode(bytes);
        XmlScanner scanner = new XmlScanner(source, options);
        XmlDocument document = scanner.scan();
        SecondOpinion.check(source, scanner.elementCount(), scanner.attributeCount());
        return document;
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "document of " + root;
    }
}
