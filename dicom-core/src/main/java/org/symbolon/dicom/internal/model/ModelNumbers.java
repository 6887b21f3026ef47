package org.symbolon.dicom.internal.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Numbers of JSON and XML as binary values, little endian. */
final class ModelNumbers {
    /** Longer ones no writer needs, and they would cost time to read. */
    private static final int MAX_NUMERAL_CHARACTERS = 400;

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private ModelNumbers() {}

    /**
     * The bytes of values between backslashes.
     *
     * @throws IllegalArgumentException if one is no number or does not fit; the message tells the rule, not the value
     */
    static byte[] bytes(Vr vr, CharSequence values) {
        int count = 1;
        for (int i = 0; i < values.length(); i++) {
            count += values.charAt(i) == '\\' ? 1 : 0;
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(count, vr.valueBytes())).order(ByteOrder.LITTLE_ENDIAN);
        int start = 0;
        for (int i = 0; i <= values.length(); i++) {
            if (i == values.length() || values.charAt(i) == '\\') {
                if (i - start > MAX_NUMERAL_CHARACTERS) {
                    throw new IllegalArgumentException("A number that is too long");
                }
                put(vr, values.subSequence(start, i).toString().strip(), bytes);
                start = i + 1;
            }
        }
        return bytes.array();
    }

    private static void put(Vr vr, String text, ByteBuffer bytes) {
        switch (vr) {
            case AT -> {
                int tag = AttributeText.parseTag(text);
                if (tag == -1 && !text.equalsIgnoreCase("FFFFFFFF")) {
                    throw new IllegalArgumentException("A tag that is not eight hexadecimal digits");
                }
                bytes.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
            }
            case FL -> bytes.putFloat((float) floating(text));
            case FD -> bytes.putDouble(floating(text));
            case SS -> bytes.putShort((short) whole(text, true, 16));
            case US -> bytes.putShort((short) whole(text, false, 16));
            case SL -> bytes.putInt((int) whole(text, true, 32));
            case UL -> bytes.putInt((int) whole(text, false, 32));
            case SV -> bytes.putLong(whole(text, true, 64));
            case UV -> bytes.putLong(whole(text, false, 64));
            default -> throw new IllegalArgumentException("Values in a VR that has only bytes");
        }
    }

    private static double floating(String text) {
        return switch (text) {
            case "NaN", "nan" -> Double.NaN;
            case "inf", "Infinity", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> decimal(text).doubleValue();
        };
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A value that is no number", e);
        }
    }

    /** A whole number, written as one or with zeroes behind a point. */
    private static long whole(String text, boolean signed, int bits) {
        BigDecimal decimal = decimal(text);
        // The scale bounds what 1e999999999 would cost.
        if (decimal.scale() < -20 || decimal.scale() > MAX_NUMERAL_CHARACTERS) {
            throw new IllegalArgumentException("A number that does not fit its VR");
        }
        BigInteger number;
        try {
            number = decimal.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("A fraction in a VR of whole numbers", e);
        }
        BigInteger limit = TWO_TO_64.shiftRight(64 - bits + (signed ? 1 : 0));
        BigInteger lowest = signed ? limit.negate() : BigInteger.ZERO;
        if (number.compareTo(lowest) < 0 || number.compareTo(limit) >= 0) {
            throw new IllegalArgumentException("A number that does not fit its VR");
        }
        return number.longValue();
    }
}
