package org.symbolon.record.internal.xml;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import org.symbolon.record.PlaceSyntax;

/**
 * How text is written into a document. What the character set cannot express becomes a character reference, in a CDATA section a
 * question mark; characters that XML forbids become question marks. Immutable and thread-safe.
 */
public final class XmlPlaceSyntax implements PlaceSyntax {
    private enum Where {
        ATTRIBUTE,
        TEXT,
        CDATA
    }

    private final Where where;
    private final Charset charset;
    private final boolean empty;

    private XmlPlaceSyntax(Where where, Charset charset, boolean empty) {
        this.where = where;
        this.charset = charset;
        this.empty = empty;
    }

    /** Between either kind of quotes. */
    public static XmlPlaceSyntax attribute(Charset charset) {
        return new XmlPlaceSyntax(Where.ATTRIBUTE, charset, true);
    }

    public static XmlPlaceSyntax text(Charset charset) {
        return new XmlPlaceSyntax(Where.TEXT, charset, true);
    }

    /** Between the marks of a CDATA section. */
    public static XmlPlaceSyntax cdata(Charset charset) {
        return new XmlPlaceSyntax(Where.CDATA, charset, true);
    }

    /** The same where something must stand, as in FHIR. */
    public XmlPlaceSyntax neverEmpty() {
        return new XmlPlaceSyntax(where, charset, false);
    }

    @Override
    public boolean allowsEmpty() {
        return empty;
    }

    @Override
    public byte[] encode(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder written = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(code -> {
            if (!CharacterData.isAllowed(code)) {
                written.append('?');
            } else if (encoder.canEncode(Character.toString(code))) {
                append(written, code);
            } else if (where == Where.CDATA) {
                written.append('?');
            } else {
                reference(written, code);
            }
        });
        String all = where == Where.CDATA ? written.toString().replace("]]>", "]]]]><![CDATA[>") : written.toString();
        return all.getBytes(charset);
    }

    private void append(StringBuilder written, int code) {
        if (where == Where.CDATA) {
            written.appendCodePoint(code);
            return;
        }
        switch (code) {
            case '<' -> written.append("&lt;");
            case '>' -> written.append("&gt;");
            case '&' -> written.append("&amp;");
            case '"' -> written.append("&quot;");
            case '\'' -> written.append("&apos;");
            case '\r' -> reference(written, code);
            case '\n', '\t' -> {
                if (where == Where.ATTRIBUTE) {
                    reference(written, code);
                } else {
                    written.appendCodePoint(code);
                }
            }
            default -> written.appendCodePoint(code);
        }
    }

    private static void reference(StringBuilder written, int code) {
        written.append("&#x")
                .append(Integer.toHexString(code).toUpperCase(Locale.ROOT))
                .append(';');
    }
}
