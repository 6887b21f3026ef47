package org.symbolon.dicom.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Binary values (PS3.5 6.2) as text and back, little endian. */
public final class Numbers {
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

    private static long bounded(String text, long minimum, long maximum) {
        long number = Long.parseLong(text);
        if (number < minimum || number > maximum) {
            throw new IllegalArgumentException("A number from " + minimum + " to " + maximum + " is expected");
        }
        return number;
    }
}
