package org.symbolon.dicom.image.internal.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** A JPEG interchange stream (T.81 annex B), read marker by marker. Not thread-safe. */
public final class JpegCodestream {
    private static final int TABLES = 4;
    private static final int MAX_COMPONENTS = 4;
    /** Far more than a progressive frame can use; each scan goes over the whole frame. */
    private static final int MAX_SCANS = 200;

    private final byte[] bytes;
    private int at;
    private @Nullable JpegHeader header;
    private int adobeTransform = -1;
    private int restartInterval;
    private final @Nullable HuffmanTable[] dc = new @Nullable HuffmanTable[TABLES];
    private final @Nullable HuffmanTable[] ac = new @Nullable HuffmanTable[TABLES];
    private final @Nullable QuantisationTable[] quantisation = new @Nullable QuantisationTable[TABLES];

    private JpegCodestream(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads up to the frame header. */
    public static JpegCodestream of(byte[] bytes) {
        JpegCodestream stream = new JpegCodestream(bytes);
        if (stream.uint16(0) != 0xFFD8) {
            throw corrupt("A JPEG frame does not begin with SOI");
        }
        stream.at = 2;
        while (stream.header == null) {
            stream.readSegment();
        }
        return stream;
    }

    public JpegHeader header() {
        JpegHeader found = header;
        if (found == null) {
            throw corrupt("No frame header");
        }
        return found;
    }

    /** The transform of Adobe's APP14 segment: 0 none, 1 YCbCr; -1 where there is no such segment. */
    public int adobeTransform() {
        return adobeTransform;
    }

    /**
     * Decodes all scans; samples pixel by pixel, without any change of colour.
     *
     * @throws ImageException UNSUPPORTED for hierarchical processes and arithmetic coding
     */
    public short[] decode() {
        JpegHeader frame = header();
        ScanDecoder decoder = switch (frame.process()) {
            case JpegHeader.BASELINE, JpegHeader.EXTENDED_SEQUENTIAL -> new SequentialScans(frame);
            case JpegHeader.PROGRESSIVE -> new ProgressiveScans(frame);
            case JpegHeader.LOSSLESS -> new LosslessScans(frame);
            default ->
                throw new ImageException(
                        Problem.UNSUPPORTED,
                        "A JPEG process that is not decoded: SOF marker FF"
                                + Integer.toHexString(frame.process()).toUpperCase(Locale.ROOT));
        };
        boolean progressive = frame.process() == JpegHeader.PROGRESSIVE;
        int decoded = 0;
        int scans = 0;
        while (progressive ? !atEnd() : decoded < frame.components().size()) {
            Scan scan = readSegment();
            if (scan == null) {
                continue;
            }
            if (++scans > MAX_SCANS) {
                throw new ImageException(Problem.LIMIT_EXCEEDED, "A JPEG frame of more scans than the limit allows");
            }
            decoded += scan.components().size();
            at = decoder.decode(scan);
        }
        return decoder.samples();
    }

    /** Whether EOI comes next. Moves on to the next marker. */
    private boolean atEnd() {
        passToMarker();
        return uint8(at + 1) == 0xD9;
    }

    private void passToMarker() {
        while (uint8(at) != 0xFF || uint8(at + 1) == 0 || uint8(at + 1) == 0xFF) {
            at++;
        }
    }

    /** One marker segment; a scan if it is SOS. Each call moves on in the bytes, so that loops over it end. */
    private @Nullable Scan readSegment() {
        passToMarker();
        int marker = uint8(at + 1);
        at += 2;
        if (marker == 0xD9) {
            throw truncated();
        }
        if (marker == 0xD8 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
            return null;
        }
        int length = uint16(at);
        int start = at + 2;
        int end = at + length;
        if (length < 2 || end > bytes.length) {
            throw truncated();
        }
        at = end;
        switch (marker) {
            case 0xC4 -> readHuffmanTables(start, end);
            case 0xDB -> readQuantisationTables(start, end);
            case 0xDD -> restartInterval = uint16(start);
            case 0xEE -> readAdobe(start, end);
            case 0xDA -> {
                return readScan(start, end);
            }
            default -> {
                if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC8 && marker != 0xCC) {
                    readFrame(marker, start, end);
                }
            }
        }
        return null;
    }

    private void readFrame(int process, int start, int end) {
        if (header != null) {
            throw corrupt("Two frame headers");
        }
        int count = uint8(start + 5);
        if (count < 1 || count > MAX_COMPONENTS || end - start < 6 + 3 * count) {
            throw corrupt("A frame header with a wrong number of components");
        }
        List<JpegHeader.Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int entry = start + 6 + 3 * i;
            int factors = uint8(entry + 1);
            int horizontal = factors >> 4;
            int vertical = factors & 15;
            int table = uint8(entry + 2);
            if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4 || table >= TABLES) {
                throw corrupt("A frame header with a wrong sampling factor or table");
            }
            components.add(new JpegHeader.Component(uint8(entry), horizontal, vertical, table));
        }
        header = new JpegHeader(process, uint8(start), uint16(start + 1), uint16(start + 3), List.copyOf(components));
    }

    private void readHuffmanTables(int start, int end) {
        int from = start;
        while (from < end) {
            int destination = uint8(from);
            int index = destination & 15;
            if (index >= TABLES || end - from < 17) {
                throw corrupt("A wrong Huffman table");
            }
            HuffmanTable table = HuffmanTable.read(bytes, from + 1, end);
            (destination >> 4 == 0 ? dc : ac)[index] = table;
            from += 17 + table.size();
        }
    }

    private void readQuantisationTables(int start, int end) {
        int from = start;
        while (from < end) {
            int wide = uint8(from) >> 4;
            int index = uint8(from) & 15;
            int entryBytes = wide == 0 ? 1 : 2;
            if (index >= TABLES || end - from < 1 + 64 * entryBytes) {
                throw corrupt("A wrong quantisation table");
            }
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[i] = wide == 0 ? uint8(from + 1 + i) : uint16(from + 1 + 2 * i);
            }
            quantisation[index] = new QuantisationTable(table);
            from += 1 + 64 * entryBytes;
        }
    }

    private void readAdobe(int start, int end) {
        boolean adobe = end - start >= 12 && uint8(start) == 'A' && uint8(start + 1) == 'd' && uint8(start + 2) == 'o';
        if (adobe) {
            adobeTransform = uint8(start + 11);
        }
    }

    private Scan readScan(int start, int end) {
        JpegHeader frame = header();
        int count = uint8(start);
        if (count < 1 || count > frame.components().size() || end - start < 4 + 2 * count) {
            throw corrupt("A scan header with a wrong number of components");
        }
        List<Scan.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = uint8(start + 1 + 2 * i);
            int tables = uint8(start + 2 + 2 * i);
            int component = componentOf(frame, id);
            int quantisationIndex = frame.components().get(component).quantisation();
            if (tables >> 4 >= TABLES || (tables & 15) >= TABLES) {
                throw corrupt("A scan header with a wrong table");
            }
            parts.add(new Scan.Part(component, dc[tables >> 4], ac[tables & 15], quantisation[quantisationIndex]));
        }
        int parameters = start + 1 + 2 * count;
        return new Scan(
                List.copyOf(parts),
                uint8(parameters),
                uint8(parameters + 1),
                uint8(parameters + 2) >> 4,
                uint8(parameters + 2) & 15,
                restartInterval,
                new BitReader(bytes, end));
    }

    private static int componentOf(JpegHeader frame, int id) {
        for (int i = 0; i < frame.components().size(); i++) {
            if (frame.components().get(i).id() == id) {
                return i;
            }
        }
        throw corrupt("A scan of a component that the frame does not have");
    }

    private int uint8(int offset) {
        if (offset >= bytes.length) {
            throw truncated();
        }
        return bytes[offset] & 0xFF;
    }

    private int uint16(int offset) {
        return uint8(offset) << 8 | uint8(offset + 1);
    }

    static ImageException corrupt(String rule) {
        return new ImageException(Problem.CORRUPT, rule + " (ITU-T T.81)");
    }

    static ImageException truncated() {
        return new ImageException(Problem.TRUNCATED, "The JPEG stream of a frame ends too early");
    }
}
