package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** The markers of a codestream (T.800 annex A): main header, and tile by tile what its tile-parts hold. */
final class Codestream {
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int QCD = 0xFF5C;
    private static final int QCC = 0xFF5D;
    private static final int RGN = 0xFF5E;
    private static final int POC = 0xFF5F;
    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;
    private static final int MCT = 0xFF74;
    private static final int NLT = 0xFF76;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int MIN_TILE_PART_BYTES = 14;

    private final byte[] bytes;
    private final int maxComponents;
    private int at;
    private @Nullable ImageGrid grid;
    private @Nullable Parameters parameters;
    private final PackedHeaders packed = new PackedHeaders();
    private final Map<Integer, TileStream> tiles = new TreeMap<>();

    private Codestream(byte[] bytes, int maxComponents) {
        this.bytes = bytes;
        this.maxComponents = maxComponents;
    }

    /**
     * Reads all marker segments, no packets. A stream that is cut behind its first tile-part header is read as far as it goes.
     *
     * @param bytes a codestream, or a JP2 file around one
     */
    static Codestream read(byte[] bytes, int maxComponents) {
        Codestream stream = new Codestream(bytes, maxComponents);
        stream.at = Jp2Boxes.codestreamOffset(bytes);
        stream.readMainHeader();
        stream.readTileParts();
        return stream;
    }

    ImageGrid grid() {
        ImageGrid found = grid;
        if (found == null) {
            throw Faults.corrupt("A codestream that does not begin with SOC and SIZ");
        }
        return found;
    }

    /** By tile index; tiles that the stream does not reach are missing. */
    Map<Integer, TileStream> tiles() {
        return tiles;
    }

    private Parameters parameters() {
        Parameters found = parameters;
        if (found == null) {
            throw Faults.corrupt("A codestream that does not begin with SOC and SIZ");
        }
        return found;
    }

    private void readMainHeader() {
        if (uint16(at) != SOC) {
            throw Faults.corrupt("A codestream that does not begin with SOC and SIZ");
        }
        at += 2;
        while (uint16(at) != SOT) {
            int marker = uint16(at);
            Segment segment = segment();
            switch (marker) {
                case SIZ -> {
                    ImageGrid read = ImageGrid.read(segment, maxComponents);
                    grid = read;
                    parameters = Parameters.ofImage(read.components().size());
                }
                case PPM -> packed.add(bytes, segment);
                default -> readParameters(parameters(), marker, segment);
            }
        }
    }

    private void readTileParts() {
        try {
            while (at + 1 < bytes.length && uint16(at) == SOT) {
                readTilePart();
            }
        } catch (ImageException e) {
            if (e.problem() != Problem.TRUNCATED || tiles.isEmpty()) {
                throw e;
            }
        }
    }

    private void readTilePart() {
        int start = at;
        Segment sot = segment();
        int index = sot.uint16();
        long length = sot.uint32();
        if (index >= grid().tiles() || (length != 0 && length < MIN_TILE_PART_BYTES)) {
            throw Faults.corrupt("A tile-part of a tile that the image does not have, or of a wrong length");
        }
        int end = length == 0 ? bytes.length : (int) Math.min(bytes.length, start + length);
        TileStream tile = tiles.computeIfAbsent(
                index, unused -> new TileStream(bytes, parameters().forTile()));
        while (uint16(at) != SOD) {
            int marker = uint16(at);
            Segment segment = segment();
            if (marker == PPT) {
                segment.uint8();
                tile.addPackedHeaders(bytes, segment.position(), segment.position() + segment.remaining());
            } else {
                readParameters(tile.parameters(), marker, segment);
            }
        }
        at += 2;
        if (!packed.isEmpty()) {
            packed.nextTilePart(tile);
        }
        tile.addBody(at, Math.max(at, end));
        at = Math.max(at, end);
    }

    private static void readParameters(Parameters to, int marker, Segment segment) {
        switch (marker) {
            case COD -> to.readCod(segment);
            case COC -> to.readCoc(segment);
            case QCD -> to.readQcd(segment);
            case QCC -> to.readQcc(segment);
            case RGN -> to.readRgn(segment);
            case POC -> to.readPoc(segment);
            default -> {
                if (marker >= MCT && marker <= NLT) {
                    throw Faults.unsupported("A component transformation of Part 2");
                }
                if (marker < 0xFF30) {
                    throw Faults.corrupt("Bytes that are no marker where a marker is due");
                }
            }
        }
    }

    /** The segment of the marker at hand; moves behind it. */
    private Segment segment() {
        int length = uint16(at + 2);
        int start = at + 4;
        int end = at + 2 + length;
        if (length < 2) {
            throw Faults.corrupt("A marker segment of a wrong length");
        }
        if (end > bytes.length) {
            throw Faults.truncated();
        }
        at = end;
        return new Segment(bytes, start, end);
    }

    private int uint16(int offset) {
        if (offset + 1 >= bytes.length) {
            throw Faults.truncated();
        }
        return (bytes[offset] & 0xFF) << 8 | (bytes[offset + 1] & 0xFF);
    }
}
