package org.symbolon.testkit.internal.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.internal.people.Script;

/** A data set under construction; texts are encoded as they are put in, numbers are kept little endian. Not thread-safe. */
public final class DicomData {
    /** An element's value: bytes, items, or the fragments of encapsulated pixel data with the offset table first. */
    static final class Value {
        private final Vr vr;
        private final byte[] bytes;
        private final List<DicomData> items;
        private final List<byte[]> fragments;

        private Value(Vr vr, byte[] bytes, List<DicomData> items, List<byte[]> fragments) {
            this.vr = vr;
            this.bytes = bytes;
            this.items = items;
            this.fragments = fragments;
        }

        Vr vr() {
            return vr;
        }

        byte[] bytes() {
            return bytes;
        }

        List<DicomData> items() {
            return items;
        }

        List<byte[]> fragments() {
            return fragments;
        }
    }

    private static final byte[] NO_BYTES = {};

    private final Script script;
    private final SortedMap<Integer, Value> values = new TreeMap<>(Integer::compareUnsigned);

    public DicomData(Script script) {
        this.script = script;
    }

    /** An empty data set in the same script, for an item. */
    public DicomData item() {
        return new DicomData(script);
    }

    public Script script() {
        return script;
    }

    SortedMap<Integer, Value> values() {
        return values;
    }

    /** The value of an attribute whose text is ASCII, as it was put in; empty if there is none. */
    public String string(int tag) {
        Value value = values.get(tag);
        return value == null ? "" : new String(value.bytes(), StandardCharsets.US_ASCII);
    }

    /** Puts the values of a standard attribute that is text. */
    public DicomData text(int tag, String... texts) {
        return text(tag, Dictionary.standard().vr(tag), texts);
    }

    public DicomData text(int tag, Vr vr, String... texts) {
        return put(tag, vr, TextEncoder.encode(String.join("\\", texts), vr, script));
    }

    /** Puts the values of a standard attribute that is a decimal string (DS). */
    public DicomData decimals(int tag, double... numbers) {
        String[] texts = Arrays.stream(numbers).mapToObj(Decimal::string).toArray(String[]::new);
        return text(tag, Vr.DS, texts);
    }

    /** Puts the values of a standard attribute that is an integer, binary or as text. */
    public DicomData integers(int tag, long... numbers) {
        return integers(tag, Dictionary.standard().vr(tag), numbers);
    }

    public DicomData integers(int tag, Vr vr, long... numbers) {
        if (vr.isText()) {
            return text(tag, vr, Arrays.stream(numbers).mapToObj(Long::toString).toArray(String[]::new));
        }
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * vr.unitBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            for (int i = 0; i < vr.unitBytes(); i++) {
                buffer.put((byte) (number >> (8 * i)));
            }
        }
        return put(tag, vr, buffer.array());
    }

    /** Puts the values of a standard attribute that is a double (FD). */
    public DicomData doubles(int tag, double... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            buffer.putDouble(number);
        }
        return put(tag, Vr.FD, buffer.array());
    }

    /** Puts bytes; numbers in them are little endian. */
    public DicomData put(int tag, Vr vr, byte[] bytes) {
        values.put(tag, new Value(vr, bytes, List.of(), List.of()));
        return this;
    }

    public DicomData empty(int tag) {
        return put(tag, Dictionary.standard().vr(tag), NO_BYTES);
    }

    public DicomData sequence(int tag, DicomData... items) {
        return sequence(tag, List.of(items));
    }

    public DicomData sequence(int tag, List<DicomData> items) {
        values.put(tag, new Value(Vr.SQ, NO_BYTES, List.copyOf(items), List.of()));
        return this;
    }

    /** Puts encapsulated Pixel Data (PS3.5 A.4): the basic offset table, which may be empty, then the fragments. */
    public DicomData fragments(byte[] offsetTable, List<byte[]> fragments) {
        List<byte[]> all =
                Stream.concat(Stream.of(offsetTable), fragments.stream()).collect(Collectors.toList());
        values.put(Tags.PixelData, new Value(Vr.OB, NO_BYTES, List.of(), List.copyOf(all)));
        return this;
    }
}
