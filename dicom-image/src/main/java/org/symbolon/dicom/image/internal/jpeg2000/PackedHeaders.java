package org.symbolon.dicom.image.internal.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.dicom.image.internal.jpeg2000.TileStream.Range;

/** Packet headers in the main header (PPM, T.800 A.7.4): those of each tile-part behind a length of four bytes. */
final class PackedHeaders {
    private final Map<Integer, Range> pieces = new TreeMap<>();
    private byte[] joined = new byte[0];
    private int at;

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    void add(byte[] bytes, Segment in) {
        int index = in.uint8();
        pieces.put(index, new Range(bytes, in.position(), in.position() + in.remaining()));
    }

    /** The headers of the next tile-part in the order of the codestream. */
    void nextTilePart(TileStream tile) {
        if (joined.length == 0) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            pieces.values().forEach(piece -> all.write(piece.bytes(), piece.start(), piece.length()));
            joined = all.toByteArray();
        }
        long length = new Segment(joined, at, joined.length).uint32();
        if (length > joined.length - at - 4) {
            throw Faults.corrupt("Packed packet headers that are too short");
        }
        tile.addPackedHeaders(joined, at + 4, at + 4 + (int) length);
        at += 4 + (int) length;
    }
}
