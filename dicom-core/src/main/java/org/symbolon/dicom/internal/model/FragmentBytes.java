package org.symbolon.dicom.internal.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Tag;

/** Encapsulated pixel data as bytes: items one behind the other, little endian, with or without the delimiter (PS3.5 A.4). */
final class FragmentBytes {
    private static final int HEADER_BYTES = 8;

    private FragmentBytes() {}

    /** The fragments; null if the bytes are not items from end to end, and so are native pixels. */
    static @Nullable List<byte[]> parse(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> fragments = new ArrayList<>();
        int at = 0;
        while (at + HEADER_BYTES <= value.length) {
            int tag = Tag.of(buffer.getShort(at) & 0xFFFF, buffer.getShort(at + 2));
            long length = buffer.getInt(at + 4) & 0xFFFFFFFFL;
            at += HEADER_BYTES;
            if (tag == Tag.SequenceDelimitation) {
                return length == 0 && at == value.length && !fragments.isEmpty() ? fragments : null;
            }
            if (tag != Tag.Item || length > value.length - at) {
                return null;
            }
            fragments.add(Arrays.copyOfRange(value, at, at + (int) length));
            at += (int) length;
        }
        return at == value.length && !fragments.isEmpty() ? fragments : null;
    }
}
