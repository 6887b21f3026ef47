package org.symbolon.dicom.internal.model;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.Vr;

/** Text as it stands in JSON and XML. */
public final class AttributeText {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private AttributeText() {}

    /** Eight hexadecimal digits in upper case (PS3.18 F.2.2). */
    public static String tag(int tag) {
        char[] text = new char[8];
        for (int i = 0; i < 8; i++) {
            text[i] = HEX[tag >>> (28 - 4 * i) & 0xF];
        }
        return new String(text);
    }

    /** The reverse of {@link #tag}, small letters too; -1 if it is none, as no attribute has the tag (FFFF,FFFF). */
    public static int parseTag(CharSequence text) {
        if (text.length() != 8) {
            return -1;
        }
        int tag = 0;
        for (int i = 0; i < 8; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            tag = tag << 4 | digit;
        }
        return tag;
    }

    /** The values of a decoded text, without padding at their ends; of numbers, also in front. Empty if all is padding. */
    public static List<String> values(Vr vr, String text) {
        String trimmed = trimmed(text);
        List<String> values = new ArrayList<>();
        if (trimmed.isEmpty()) {
            return values;
        }
        if (!vr.isMultiValued()) {
            values.add(trimmed);
            return values;
        }
        int start = 0;
        for (int at = trimmed.indexOf('\\'); at >= 0; at = trimmed.indexOf('\\', start)) {
            values.add(value(vr, trimmed.substring(start, at)));
            start = at + 1;
        }
        values.add(value(vr, trimmed.substring(start)));
        return values.size() == 1 && values.get(0).isEmpty() ? List.of() : values;
    }

    private static String value(Vr vr, String part) {
        String value = trimmed(part);
        return switch (vr) {
            case DS, IS -> value.strip();
            case PN -> withoutEnd(threeGroups(value), "= \0");
            default -> value;
        };
    }

    /** A name has three component groups; neither JSON nor XML has a place for more (PS3.5 6.2.1). */
    private static String threeGroups(String name) {
        int end = -1;
        for (int group = 0; group < 3; group++) {
            end = name.indexOf('=', end + 1);
            if (end < 0) {
                return name;
            }
        }
        return name.substring(0, end);
    }

    /** A name or group of one without empty groups or components at its end (PS3.5 6.2.1). */
    public static String withoutEnd(String text, String delimiters) {
        int end = text.length();
        while (end > 0 && delimiters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Without spaces and zeroes at its end (PS3.5 6.2). */
    public static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }
}
