package org.symbolon.dicom.internal.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.Numbers;

/** Values, told to a sink in the form that their VR asks for. */
final class AttributeValues {
    private static final int ITEM_HEADER_BYTES = 8;

    /** A multiple of every size that a number has. */
    private static final int PIECE_BYTES = 6 << 10;

    private final AttributeSink sink;
    private final byte[] piece = new byte[PIECE_BYTES];

    AttributeValues(AttributeSink sink) {
        this.sink = sink;
    }

    /** The value on which a reader stands. */
    void write(DataSetReader reader, Vr vr, Level level) throws IOException {
        if (isBinary(vr)) {
            binary(reader.valueStream(), reader.bigEndian() ? vr.unitBytes() : 1);
            sink.endBinary();
            return;
        }
        byte[] value = reader.value();
        if (reader.bigEndian()) {
            Numbers.swap(value, vr.unitBytes());
        }
        AttributeWalk.note(reader.tag(), value, level);
        write(reader.tag(), vr, value, level.characterSets);
    }

    /**
     * A value, numbers little endian. JSON and XML are Unicode, and say so in (0008,0005) where the data set names its own
     * sets.
     */
    void write(int tag, Vr vr, byte[] value, List<String> characterSets) throws IOException {
        if (isBinary(vr)) {
            sink.binary(value, 0, value.length);
            sink.endBinary();
        } else if (tag == Tags.SpecificCharacterSet) {
            sink.texts(vr, List.of("ISO_IR 192"));
        } else if (vr.isText()) {
            List<String> values = AttributeText.values(vr, CharacterSets.decode(value, vr, characterSets));
            if (!values.isEmpty()) {
                sink.texts(vr, values);
            }
        } else if (value.length >= vr.valueBytes()) {
            int whole = value.length - value.length % vr.valueBytes();
            sink.numbers(vr, whole == value.length ? value : Arrays.copyOf(value, whole));
        }
    }

    /** Encapsulated pixel data as they stand in an explicit little endian data set, up to the delimiter (PS3.5 A.4). */
    void writeFragments(DataSetReader reader) throws IOException {
        while (reader.next() == Token.FRAGMENT) {
            beginFragment(reader.length());
            binary(reader.valueStream(), 1);
        }
        sink.endBinary();
    }

    /** The header of a fragment whose bytes come next. */
    void beginFragment(long length) throws IOException {
        sink.binary(header(Tag.Item, length), 0, ITEM_HEADER_BYTES);
    }

    /** A value piece by piece, the bytes of its numbers turned round if they are more than one; the caller ends it. */
    void binary(InputStream value, int swappedBytes) throws IOException {
        for (int count = value.readNBytes(piece, 0, PIECE_BYTES);
                count > 0;
                count = value.readNBytes(piece, 0, PIECE_BYTES)) {
            byte[] bytes = count == PIECE_BYTES ? piece : Arrays.copyOf(piece, count);
            Numbers.swap(bytes, swappedBytes);
            sink.binary(bytes, 0, count);
        }
    }

    private static byte[] header(int tag, long length) {
        return new byte[] {
            (byte) (tag >>> 16), (byte) (tag >>> 24), (byte) tag, (byte) (tag >>> 8),
            (byte) length, (byte) (length >>> 8), (byte) (length >>> 16), (byte) (length >>> 24)
        };
    }

    /** Whether the value has no other form than its bytes (PS3.18 F.2.7). */
    static boolean isBinary(Vr vr) {
        return switch (vr) {
            case OB, OD, OF, OL, OV, OW, UN -> true;
            default -> false;
        };
    }
}
