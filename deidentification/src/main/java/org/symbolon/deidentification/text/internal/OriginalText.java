package org.symbolon.deidentification.text.internal;

import java.nio.charset.Charset;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.record.RecordFormat;

/** Turns bytes of a value as written into the text that they say, for lists of removed values; escapes that are none stay. */
public final class OriginalText {
    private static final Pattern JSON_ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\/bfnrt]))");
    private static final Pattern XML_ESCAPE =
            Pattern.compile("&(?:#x([0-9a-fA-F]{1,6})|#(\\d{1,7})|(lt|gt|amp|quot|apos));");
    private static final Pattern V2_ESCAPE = Pattern.compile("\\\\([FSTRE])\\\\");

    private OriginalText() {}

    public static String decode(byte[] bytes, Charset charset, RecordFormat format) {
        String written = new String(bytes, charset);
        return switch (format) {
            case HL7_V2 -> replace(written, V2_ESCAPE, OriginalText::v2);
            case FHIR_JSON -> replace(written, JSON_ESCAPE, OriginalText::json);
            case CDA, HL7_V3, FHIR_XML -> replace(written, XML_ESCAPE, OriginalText::xml);
        };
    }

    private interface Unescape {
        String of(MatchResult match);
    }

    private static String replace(String text, Pattern escapes, Unescape unescape) {
        return escapes.matcher(text).replaceAll(match -> Matcher.quoteReplacement(unescape.of(match)));
    }

    private static String json(MatchResult match) {
        String hex = match.group(1);
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        return switch (match.group(2)) {
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> match.group(2);
        };
    }

    private static String xml(MatchResult match) {
        if (match.group(3) != null) {
            return switch (match.group(3)) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                case "apos" -> "'";
                default -> "&";
            };
        }
        int code = match.group(1) != null ? Integer.parseInt(match.group(1), 16) : Integer.parseInt(match.group(2));
        return Character.isValidCodePoint(code) ? Character.toString(code) : match.group();
    }

    private static String v2(MatchResult match) {
        return switch (match.group(1)) {
            case "F" -> "|";
            case "S" -> "^";
            case "T" -> "&";
            case "R" -> "~";
            default -> "\\";
        };
    }
}
