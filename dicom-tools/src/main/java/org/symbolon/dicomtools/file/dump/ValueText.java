package org.symbolon.dicomtools.file.dump;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Vr;

/** How a value is shown: text in quotes, numbers in decimal, bytes in hexadecimal, UIDs with their names. */
final class ValueText {
    /** Larger values show their size alone. */
    static final int MAX_VALUE_BYTES = 1 << 20;

    private static final int MAX_PREVIEW_BYTES = 256;
    private static final String MORE = "...";
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private ValueText() {}

    static String of(DataSetReader reader, byte[] value, List<String> characterSets, int width) {
        Vr vr = reader.vr();
        if (value.length == 0) {
            return "";
        }
        if (vr == Vr.UI) {
            return uid(trimmed(CharacterSets.decode(value, vr, List.of())), width);
        }
        if (vr.isText()) {
            return quoted(trimmed(CharacterSets.decode(value, vr, characterSets)), width);
        }
        if (vr == Vr.UN && isPrintable(value)) {
            return quoted(trimmed(CharacterSets.decode(value, Vr.LO, List.of())), width);
        }
        if (vr.valueBytes() == 1 || value.length % vr.valueBytes() != 0) {
            return hex(value, width);
        }
        return numbers(vr, reader.bigEndian() ? swapped(value, vr.unitBytes()) : value, width);
    }

    /** How the value of an element begins. */
    static String ofLarge(DataSetReader reader, int width) throws IOException {
        Vr vr = reader.vr();
        int bytes = Math.min(MAX_PREVIEW_BYTES, Math.max(1, width)) / vr.valueBytes() * vr.valueBytes();
        byte[] begin;
        try (InputStream in = reader.valueStream()) {
            begin = in.readNBytes(bytes);
        }
        return begin.length == 0 ? "" : of(reader, begin, List.of(), width) + " " + MORE;
    }

    /** Bytes, as many as fit. */
    static String hex(byte[] value, int width) {
        int fitting = Math.max(1, width / 3);
        StringBuilder text = new StringBuilder(3 * Math.min(value.length, fitting) + MORE.length());
        for (int i = 0; i < value.length && i < fitting; i++) {
            text.append(i == 0 ? "" : " ").append(HEX[value[i] >> 4 & 0xF]).append(HEX[value[i] & 0xF]);
        }
        return value.length > fitting ? text.append(' ').append(MORE).toString() : text.toString();
    }

    private static String uid(String text, int width) {
        String name = Dictionary.standard().uidName(text);
        return cut(Escaped.of(text), width) + (name.isEmpty() ? "" : " (" + name + ")");
    }

    private static String quoted(String text, int width) {
        // escaping only makes it longer
        String visible = text.length() > width ? text.substring(0, Math.min(text.length(), width + 2)) : text;
        String escaped = Escaped.of(visible);
        return escaped.length() > width ? '"' + cutAt(escaped, width) + '"' + MORE : '"' + escaped + '"';
    }

    private static String numbers(Vr vr, byte[] littleEndian, int width) {
        int fitting = Math.max(1, width / 2 + 1);
        int bytes = (int) Math.min(littleEndian.length, (long) fitting * vr.valueBytes());
        byte[] shown = bytes == littleEndian.length ? littleEndian : Arrays.copyOf(littleEndian, bytes);
        // any tag will do: the VR alone says how the bytes are read
        List<String> texts = new DataSet().putBytes(0x00091000, vr, shown).strings(0x00091000);
        String joined = String.join("\\", texts);
        return bytes < littleEndian.length || joined.length() > width ? cutAt(joined, width) + MORE : joined;
    }

    private static String cut(String text, int width) {
        return text.length() > width ? cutAt(text, width) + MORE : text;
    }

    private static String cutAt(String text, int width) {
        int end = Math.min(text.length(), width);
        boolean insidePair = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, insidePair ? end - 1 : end);
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isPrintable(byte[] value) {
        for (int i = 0; i < value.length; i++) {
            boolean padding = i == value.length - 1 && value[i] == 0;
            if ((value[i] < ' ' || value[i] == 0x7F) && !padding) {
                return false;
            }
        }
        return true;
    }

    private static byte[] swapped(byte[] value, int unit) {
        byte[] swapped = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            swapped[i] = value[i - i % unit + unit - 1 - i % unit];
        }
        return swapped;
    }
}
