package org.symbolon.dicom.internal.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.Numbers;

/** The value on which a reader stands, told to a sink in the form that its VR asks for. */
final class AttributeValues {
    private static final int ITEM_HEADER_BYTES = 8;

    private final AttributeSink sink;

    AttributeValues(AttributeSink sink) {
        this.sink = sink;
    }

    /** JSON and XML are Unicode, and say so in (0008,0005) where the data set names its own sets. */
    void write(DataSetReader reader, Vr vr, Level level) throws IOException {
        byte[] value = reader.value();
        if (reader.bigEndian()) {
            Numbers.swap(value, vr.unitBytes());
        }
        AttributeWalk.note(reader.tag(), value, level);
        if (reader.tag() == Tags.SpecificCharacterSet) {
            sink.texts(vr, List.of("ISO_IR 192"));
        } else if (vr.isText()) {
            List<String> values = AttributeText.values(vr, CharacterSets.decode(value, vr, level.characterSets));
            if (!values.isEmpty()) {
                sink.texts(vr, values);
            }
        } else if (isBinary(vr)) {
            sink.binary(value, 0, value.length);
            sink.endBinary();
        } else if (value.length >= vr.valueBytes()) {
            int whole = value.length - value.length % vr.valueBytes();
            sink.numbers(vr, whole == value.length ? value : Arrays.copyOf(value, whole));
        }
    }

    /** Encapsulated pixel data as they stand in an explicit little endian data set, up to the delimiter (PS3.5 A.4). */
    void writeFragments(DataSetReader reader) throws IOException {
        while (reader.next() == Token.FRAGMENT) {
            sink.binary(header(Tag.Item, reader.length()), 0, ITEM_HEADER_BYTES);
            byte[] fragment = reader.value();
            sink.binary(fragment, 0, fragment.length);
        }
        sink.endBinary();
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
