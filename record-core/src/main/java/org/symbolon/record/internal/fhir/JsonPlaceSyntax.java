package org.symbolon.record.internal.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.symbolon.record.PlaceSyntax;
import org.symbolon.record.internal.xml.XmlPlaceSyntax;

/** How text is written into JSON in UTF-8. */
enum JsonPlaceSyntax implements PlaceSyntax {
    /** A whole string: FHIR has no empty ones. */
    STRING,
    /** A part of a string. */
    PART,
    /** A number; what is none is written as 0. */
    NUMBER,
    /** True or false; anything else is written as false. */
    BOOLEAN,
    /** Character data of the XHTML inside a string. */
    XHTML_TEXT,
    /** A CDATA section of it. */
    XHTML_CDATA,
    /** An attribute value of it. */
    XHTML_ATTRIBUTE;

    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][+-]?[0-9]{1,9})?");
    private static final XmlPlaceSyntax TEXT = XmlPlaceSyntax.text(StandardCharsets.UTF_8);
    private static final XmlPlaceSyntax CDATA = XmlPlaceSyntax.cdata(StandardCharsets.UTF_8);
    private static final XmlPlaceSyntax ATTRIBUTE = XmlPlaceSyntax.attribute(StandardCharsets.UTF_8);

    @Override
    public byte[] encode(String text) {
        String written = switch (this) {
            case STRING, PART -> escaped(text);
            case NUMBER -> JSON_NUMBER.matcher(text).matches() ? text : "0";
            case BOOLEAN -> text.equals("true") ? text : "false";
            case XHTML_TEXT -> xhtml(TEXT, text);
            case XHTML_CDATA -> xhtml(CDATA, text);
            case XHTML_ATTRIBUTE -> xhtml(ATTRIBUTE, text);
        };
        return written.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean allowsEmpty() {
        return this != STRING && this != NUMBER && this != BOOLEAN;
    }

    private static String xhtml(XmlPlaceSyntax syntax, String text) {
        return escaped(new String(syntax.encode(text), StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (c < ' ') {
                        escaped.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
