package org.symbolon.dicom.internal;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Binary values (PS3.5 6.2) as text and back, little endian. */
public final class Numbers {
    private static final int MAX_DS_CHARACTERS = 16;

    private Numbers() {}

    /** Each value in decimal, AT as (gggg,eeee); a last part too short for a value is left out. */
    public static List<String> texts(Vr vr, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> texts = new ArrayList<>(bytes.length / vr.valueBytes());
        for (int at = 0; at + vr.valueBytes() <= bytes.length; at += vr.valueBytes()) {
            texts.add(
                    switch (vr) {
                        case AT -> Tag.format(Tag.of(buffer.getShort(at) & 0xFFFF, buffer.getShort(at + 2)));
                        case US, OW -> Integer.toString(buffer.getShort(at) & 0xFFFF);
                        case SS -> Short.toString(buffer.getShort(at));
                        case UL, OL -> Integer.toUnsignedString(buffer.getInt(at));
                        case SL -> Integer.toString(buffer.getInt(at));
                        case UV, OV -> Long.toUnsignedString(buffer.getLong(at));
                        case SV -> Long.toString(buffer.getLong(at));
                        case FL, OF -> Float.toString(buffer.getFloat(at));
                        case FD, OD -> Double.toString(buffer.getDouble(at));
                        default -> Integer.toString(buffer.get(at) & 0xFF);
                    });
        }
        return texts;
    }

    /**
     * The reverse of {@link #texts}.
     *
     * @throws IllegalArgumentException if a text is no number or does not fit
     */
    public static byte[] bytes(Vr vr, String... texts) {
        try {
            return parsed(vr, texts);
        } catch (NumberFormatException e) {
            // Its message would hold the value.
            throw new IllegalArgumentException("A text that is no number of VR " + vr);
        }
    }

    private static byte[] parsed(Vr vr, String... texts) {
        ByteBuffer buffer = ByteBuffer.allocate(texts.length * vr.valueBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (String text : texts) {
            switch (vr) {
                case AT -> {
                    int tag = Tag.parse(text);
                    buffer.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
                }
                case US, OW -> buffer.putShort((short) bounded(text, 0, 0xFFFF));
                case SS -> buffer.putShort((short) bounded(text, Short.MIN_VALUE, Short.MAX_VALUE));
                case UL, OL -> buffer.putInt((int) bounded(text, 0, 0xFFFFFFFFL));
                case SL -> buffer.putInt((int) bounded(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
                case UV, OV -> buffer.putLong(Long.parseUnsignedLong(text));
                case SV -> buffer.putLong(Long.parseLong(text));
                case FL, OF -> buffer.putFloat(Float.parseFloat(text));
                case FD, OD -> buffer.putDouble(Double.parseDouble(text));
                default -> buffer.put((byte) bounded(text, 0, 0xFF));
            }
        }
        return buffer.array();
    }

    /** Reverses each run of that many bytes, in place. */
    public static void swap(byte[] bytes, int unitBytes) {
        for (int at = 0; unitBytes > 1 && at + unitBytes <= bytes.length; at += unitBytes) {
            for (int i = at, j = at + unitBytes - 1; i < j; i++, j--) {
                byte low = bytes[i];
                bytes[i] = bytes[j];
                bytes[j] = low;
            }
        }
    }

    /** A whole number, unsigned if it is beyond the signed ones; empty if the text is none. */
    public static OptionalLong longNumber(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        try {
            return digits.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(digits.startsWith("-") ? Long.parseLong(digits) : Long.parseUnsignedLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Empty if one text is no whole number. */
    public static long[] longs(List<String> texts) {
        long[] numbers = new long[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            OptionalLong number = longNumber(texts.get(i));
            if (number.isEmpty()) {
                return new long[0];
            }
            numbers[i] = number.getAsLong();
        }
        return numbers;
    }

    /** A decimal number; empty if the text is none, or one that only Java has. */
    public static OptionalDouble number(String text) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> "+-.eE0123456789".indexOf(c) >= 0);
        boolean special = text.equals("NaN") || text.endsWith("Infinity");
        try {
            return plain || special ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Empty if one text is no number. */
    public static double[] numbers(List<String> texts) {
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            OptionalDouble number = number(texts.get(i));
            if (number.isEmpty()) {
                return new double[0];
            }
            numbers[i] = number.getAsDouble();
        }
        return numbers;
    }

    /** As many digits as DS has room for: 16 characters (PS3.5 6.2). */
    public static String decimalString(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("DS holds finite numbers only");
        }
        String text = shorter(Double.toString(number));
        for (int digits = 16; text.length() > MAX_DS_CHARACTERS && digits > 0; digits--) {
            String rounded =
                    new BigDecimal(number).round(new MathContext(digits)).toString();
            text = shorter(Double.toString(Double.parseDouble(rounded)));
        }
        return text;
    }

    private static String shorter(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A stream in which each run of that many bytes is reversed; a shorter last run stays. */
    public static InputStream swapped(InputStream in, int unitBytes) {
        return new SwappedStream(in, unitBytes);
    }

    private static long bounded(String text, long minimum, long maximum) {
        long number = Long.parseLong(text);
        if (number < minimum || number > maximum) {
            throw new IllegalArgumentException("A number from " + minimum + " to " + maximum + " is expected");
        }
        return number;
    }
}
