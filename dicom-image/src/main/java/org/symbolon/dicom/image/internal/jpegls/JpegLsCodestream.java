package org.symbolon.dicom.image.internal.jpegls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** A JPEG-LS stream (T.87 annex C), read marker by marker. Not thread-safe. */
public final class JpegLsCodestream {
    private static final int MAX_COMPONENTS = 4;
    private static final byte[] COLOUR_TRANSFORM = {'m', 'r', 'f', 'x'};

    private final byte[] bytes;
    private int at;
    private @Nullable JpegLsHeader header;
    private int restartLines;
    private int maxValue;
    private final int[] thresholds = new int[3];
    private int reset;
    private final MappingTables tables = new MappingTables();

    private JpegLsCodestream(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads up to the frame header. */
    public static JpegLsCodestream of(byte[] bytes) {
        JpegLsCodestream stream = new JpegLsCodestream(bytes);
        if (stream.uint(0, 2) != 0xFFD8) {
            throw corrupt("A JPEG-LS frame does not begin with SOI");
        }
        stream.at = 2;
        while (stream.header == null) {
            if (stream.readSegment() != null) {
                throw corrupt("A scan before the frame header");
            }
        }
        return stream;
    }

    public JpegLsHeader header() {
        JpegLsHeader found = header;
        if (found == null) {
            throw corrupt("No frame header");
        }
        return found;
    }

    /** Decodes all scans; samples pixel by pixel. */
    public short[] decode() {
        JpegLsHeader frame = header();
        short[] samples = new short
                [Math.multiplyExact(
                        Math.multiplyExact(frame.rows(), frame.columns()),
                        frame.components().size())];
        int decoded = 0;
        while (decoded < frame.components().size()) {
            ScanHeader scan = readSegment();
            if (scan != null) {
                decoded += scan.components().size();
                at = new ScanDecoder(frame, scan, bytes, at).decode(samples);
                tables.apply(scan, frame, samples);
            }
        }
        return samples;
    }

    /** One marker segment; a scan header if it is SOS. Each call moves on in the bytes, so that loops over it end. */
    private @Nullable ScanHeader readSegment() {
        while (uint(at, 1) != 0xFF || uint(at + 1, 1) < 0x80 || uint(at + 1, 1) == 0xFF) {
            at++;
        }
        int marker = uint(at + 1, 1);
        at += 2;
        if (marker == 0xD9) {
            throw truncated();
        }
        if (marker == 0xD8 || (marker >= 0xD0 && marker <= 0xD7)) {
            return null;
        }
        int start = at + 2;
        int end = at + uint(at, 2);
        if (end < start || end > bytes.length) {
            throw truncated();
        }
        at = end;
        switch (marker) {
            case 0xF7 -> readFrame(start, end);
            case 0xF8 -> readParameters(start, end);
            case 0xDD -> restartLines = end - start > 4 ? 0 : uint(start, end - start);
            case 0xDA -> {
                return readScan(start, end);
            }
            case 0xE8 -> refuseColourTransform(start, end);
            default -> {
                if (marker >= 0xC0 && marker <= 0xCF) {
                    throw corrupt("A frame of another JPEG process");
                }
            }
        }
        return null;
    }

    private void readFrame(int start, int end) {
        int count = uint(start + 5, 1);
        int precision = uint(start, 1);
        if (header != null || count < 1 || count > MAX_COMPONENTS || end - start < 6 + 3 * count) {
            throw corrupt("A frame header with a wrong number of components, or a second one");
        }
        if (precision < 2 || precision > 16) {
            throw corrupt("JPEG-LS has 2 to 16 bits a sample");
        }
        List<Integer> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (uint(start + 7 + 3 * i, 1) != 0x11) {
                throw unsupported("JPEG-LS with subsampled components is not decoded");
            }
            components.add(uint(start + 6 + 3 * i, 1));
        }
        header = new JpegLsHeader(precision, uint(start + 1, 2), uint(start + 3, 2), List.copyOf(components));
    }

    /** LSE (C.2.4.1). */
    private void readParameters(int start, int end) {
        switch (uint(start, 1)) {
            case 1 -> {
                maxValue = uint(start + 1, 2);
                for (int i = 0; i < 3; i++) {
                    thresholds[i] = uint(start + 3 + 2 * i, 2);
                }
                reset = uint(start + 9, 2);
            }
            case 2, 3 -> tables.read(bytes, start, end);
            case 4 -> throw unsupported("JPEG-LS with more than 65535 rows or columns is not decoded");
            default -> throw corrupt("Parameters of an unknown kind (C.2.4.1)");
        }
    }

    private ScanHeader readScan(int start, int end) {
        JpegLsHeader frame = header();
        int count = uint(start, 1);
        if (count < 1 || count > frame.components().size() || end - start < 4 + 2 * count) {
            throw corrupt("A scan header with a wrong number of components");
        }
        List<Integer> components = new ArrayList<>();
        List<Integer> mapped = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = frame.components().indexOf(uint(start + 1 + 2 * i, 1));
            if (index < 0) {
                throw corrupt("A scan of a component that the frame does not have");
            }
            components.add(index);
            mapped.add(uint(start + 2 + 2 * i, 1));
        }
        int near = uint(start + 1 + 2 * count, 1);
        int interleave = uint(start + 2 + 2 * count, 1);
        int pointTransform = uint(start + 3 + 2 * count, 1) & 15;
        int greatest = (1 << frame.precision()) - 1;
        CodingParameters parameters = CodingParameters.withDefaults(
                maxValue == 0 ? greatest : Math.min(maxValue, greatest),
                near,
                thresholds[0],
                thresholds[1],
                thresholds[2],
                reset);
        return new ScanHeader(
                List.copyOf(components),
                List.copyOf(mapped),
                parameters,
                Interleave.of(interleave, count),
                pointTransform,
                restartLines);
    }

    /** An extension of one vendor, which changes colours without the image saying so. */
    private void refuseColourTransform(int start, int end) {
        for (int i = 0; i < COLOUR_TRANSFORM.length; i++) {
            if (end - start < 5 || bytes[start + i] != COLOUR_TRANSFORM[i]) {
                return;
            }
        }
        if (bytes[start + 4] != 0) {
            throw unsupported("JPEG-LS with a colour transform of its own is not decoded");
        }
    }

    private int uint(int offset, int count) {
        if (offset + count > bytes.length) {
            throw truncated();
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | (bytes[offset + i] & 0xFF);
        }
        return value;
    }

    static ImageException unsupported(String what) {
        return new ImageException(Problem.UNSUPPORTED, what);
    }

    static ImageException corrupt(String rule) {
        return new ImageException(Problem.CORRUPT, rule + " (ITU-T T.87)");
    }

    static ImageException truncated() {
        return new ImageException(Problem.TRUNCATED, "The JPEG-LS stream of a frame ends too early");
    }
}
