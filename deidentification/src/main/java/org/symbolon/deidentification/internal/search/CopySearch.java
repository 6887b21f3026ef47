package org.symbolon.deidentification.internal.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.RemovedValues.Value;

/**
 * Finds copies of removed values in opaque bytes and overwrites them with fillers of the same length, so that lengths and offsets
 * inside, as of Siemens CSA headers, stay true. Immutable and thread-safe.
 */
public final class CopySearch {
    private static final int BYTES = 256;
    private static final int MAX_INFLATED_BYTES = 8 << 20;

    private final List<List<Needle>> byFirstByte = new ArrayList<>(BYTES);

    private CopySearch(List<Needle> longestFirst) {
        for (int i = 0; i < BYTES; i++) {
            byFirstByte.add(List.of());
        }
        for (Needle needle : longestFirst) {
            int first = needle.folded()[0] & 0xFF;
            List<Needle> same = new ArrayList<>(byFirstByte.get(first));
            same.add(needle);
            byFirstByte.set(first, same);
        }
    }

    /** For copies of these values. */
    public static CopySearch of(List<Value> values) {
        return new CopySearch(Needles.longestFirst(Needles.of(values)));
    }

    /**
     * The bytes with every copy overwritten, the same array if there is none; empty if they are packed and hold one, or cannot be
     * unpacked.
     */
    public byte[] overwritten(byte[] bytes) {
        if (isPacked(bytes)) {
            byte[] unpacked = unpacked(bytes);
            return unpacked != null && searched(unpacked) == unpacked ? bytes : new byte[0];
        }
        return searched(bytes);
    }

    private byte[] searched(byte[] bytes) {
        byte[] result = bytes;
        int position = 0;
        while (position < bytes.length) {
            Needle found = at(bytes, position);
            if (found == null) {
                position++;
                continue;
            }
            if (result == bytes) {
                result = bytes.clone();
            }
            System.arraycopy(found.filler(), 0, result, position, found.filler().length);
            position += found.filler().length;
        }
        return result;
    }

    private @Nullable Needle at(byte[] bytes, int position) {
        List<Needle> candidates = byFirstByte.get(Needle.fold(bytes[position]) & 0xFF);
        for (int i = 0; i < candidates.size(); i++) {
            Needle needle = candidates.get(i);
            if (needle.isAt(bytes, position)) {
                return needle;
            }
        }
        return null;
    }

    /** Archives and documents, in which nothing can be found as it stands. */
    private static boolean isPacked(byte[] bytes) {
        return begins(bytes, 0x1F, 0x8B)
                || begins(bytes, 'P', 'K', 3, 4)
                || begins(bytes, 'B', 'Z', 'h')
                || begins(bytes, 0xFD, '7', 'z', 'X', 'Z')
                || begins(bytes, '%', 'P', 'D', 'F');
    }

    private static boolean begins(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] unpacked(byte[] bytes) {
        if (!begins(bytes, 0x1F, 0x8B)) {
            return null;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] content = in.readNBytes(MAX_INFLATED_BYTES + 1);
            return content.length > MAX_INFLATED_BYTES ? null : content;
        } catch (IOException notPackedAfterAll) {
            return null;
        }
    }
}
