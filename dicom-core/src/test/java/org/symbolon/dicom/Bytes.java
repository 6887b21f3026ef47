package org.symbolon.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Little-endian data sets written by hand, so that they can also be wrong. */
final class Bytes {
    static final long UNDEFINED = 0xFFFFFFFFL;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Bytes bytes() {
        return new Bytes();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    Bytes element(int tag, Vr vr, String value) {
        return header(tag, vr, value.length()).raw(ascii(value));
    }

    Bytes header(int tag, Vr vr, long length) {
        return header(tag, vr.name(), vr.hasLongLength(), length);
    }

    Bytes header(int tag, String vr, boolean longLength, long length) {
        tag(tag).raw(ascii(vr));
        return longLength ? uint16(0).uint32(length) : uint16((int) length);
    }

    Bytes implicit(int tag, String value) {
        return tag(tag).uint32(value.length()).raw(ascii(value));
    }

    Bytes implicitHeader(int tag, long length) {
        return tag(tag).uint32(length);
    }

    Bytes item(long length) {
        return tag(Tag.Item).uint32(length);
    }

    Bytes itemEnd() {
        return tag(Tag.ItemDelimitation).uint32(0);
    }

    Bytes sequenceEnd() {
        return tag(Tag.SequenceDelimitation).uint32(0);
    }

    Bytes tag(int tag) {
        return uint16(Tag.group(tag)).uint16(Tag.element(tag));
    }

    Bytes uint16(int number) {
        out.write(number);
        out.write(number >>> 8);
        return this;
    }

    Bytes uint32(long number) {
        return uint16((int) number).uint16((int) (number >>> 16));
    }

    Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes raw(String text) {
        return raw(ascii(text));
    }

    int length() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }
}
