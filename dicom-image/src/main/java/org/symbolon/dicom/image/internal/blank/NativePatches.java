package org.symbolon.dicom.image.internal.blank;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.symbolon.dicom.image.Blanking.PatchSink;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Layout;
import org.symbolon.dicom.image.internal.PixelHeader;

/**
 * Bytes of native pixel data (PS3.5 8.1, 8.2) that change, where they stand. Only those are read whose bytes are blanked in
 * part. Used once, by one thread.
 */
public final class NativePatches {
    private static final int MAX_PATCH_BYTES = (1 << 20) / Pattern.STEP_BYTES * Pattern.STEP_BYTES;

    private final PixelHeader header;
    private final PixelDescription description;
    private final Spans spans;
    private final PatchSink sink;
    private final int unit;
    private final int bits;
    private long mixedStart;
    private byte[] mixed = {};

    private NativePatches(PixelHeader header, PixelDescription description, Spans spans, PatchSink sink) {
        this.header = header;
        this.description = description;
        this.spans = spans;
        this.sink = sink;
        this.unit = header.byteOrder() == PixelHeader.ByteOrder.BIG_ENDIAN ? header.swapBytes() : 1;
        this.bits = description.bitsAllocated();
    }

    /**
     * Hands over the patches, in ascending order.
     *
     * @throws ImageException TRUNCATED where the value is shorter than its frames
     */
    public static void find(PixelHeader header, PixelDescription description, Spans spans, PatchSink sink)
            throws IOException {
        new NativePatches(header, description, spans, sink).find();
    }

    private void find() throws IOException {
        long frameBits = description.nativeFrameBits();
        long end = (frameBits * description.numberOfFrames() + 7) / 8;
        if (end > header.valueLength()) {
            throw new ImageException(Problem.TRUNCATED, "The pixel data is shorter than its frames");
        }
        Pattern[] patterns = patterns();
        for (int frame = 0; frame < description.numberOfFrames(); frame++) {
            frame(frame * frameBits, patterns);
        }
        flush();
        // What lies behind the frames may be more of them: nobody has counted, so nobody would see what is in them.
        long behind = (end + unit - 1) / unit * unit;
        if (header.valueLength() - behind > 1) {
            black(behind, header.valueLength(), new Pattern(8, 1, 0));
        }
    }

    /** One for all samples of a pixel, or one for each plane. */
    private Pattern[] patterns() {
        long[] black = Black.cells(description, description.photometric(), header.header());
        if (description.photometric().isHalved()) {
            // PS3.3 C.7.6.3.1.2: two Y, then the CB and CR of both.
            return new Pattern[] {new Pattern(bits, unit, black[0], black[0], black[1], black[2])};
        }
        if (description.layout() == Layout.BY_PLANE) {
            return Arrays.stream(black)
                    .mapToObj(cell -> new Pattern(bits, unit, cell))
                    .toArray(Pattern[]::new);
        }
        return new Pattern[] {new Pattern(bits, unit, black)};
    }

    private void frame(long frameBit, Pattern[] patterns) throws IOException {
        if (description.photometric().isHalved()) {
            halved(frameBit, patterns[0]);
            return;
        }
        long planeBits = (long) description.rows() * description.columns() * bits;
        for (int plane = 0; plane < patterns.length; plane++) {
            Pattern pattern = patterns[plane];
            long firstBit = frameBit + plane * planeBits;
            long pixelBits = (long) pattern.length() * bits;
            spans.forEachRun((first, end) -> cells(firstBit + first * pixelBits, firstBit + end * pixelBits, pattern));
        }
    }

    /** The last pair of an odd row is whole. */
    private void halved(long frameBit, Pattern pattern) throws IOException {
        int rowCells = (description.columns() + 1) / 2 * 4;
        for (Spans.Band band : spans.bands()) {
            for (int row = band.top(); row < band.bottom(); row++) {
                for (Spans.Columns part : band.columns()) {
                    long first = (long) row * rowCells + part.left() / 2 * 4L;
                    long end = (long) row * rowCells + (part.right() + 1) / 2 * 4L;
                    cells(frameBit + first * bits, frameBit + end * bits, pattern);
                }
            }
        }
    }

    private void cells(long firstBit, long endBit, Pattern pattern) throws IOException {
        long step = bits % 8 == 0 ? 8L * unit : Long.MAX_VALUE;
        if (firstBit % step == 0 && endBit % step == 0 && step < Long.MAX_VALUE) {
            black(firstBit / 8, endBit / 8, pattern);
        } else {
            mix(firstBit, endBit, pattern);
        }
    }

    /** Bytes that are black from end to end. */
    private void black(long start, long end, Pattern pattern) throws IOException {
        flush();
        for (long at = start; at < end; at += MAX_PATCH_BYTES) {
            sink.patch(header.valueOffset() + at, pattern.bytes((int) Math.min(MAX_PATCH_BYTES, end - at)));
        }
    }

    /** Bytes, or words of the other byte order, that are blanked in part; neighbours may share some. */
    private void mix(long firstBit, long endBit, Pattern pattern) throws IOException {
        long start = firstBit / 8 / unit * unit;
        long end = Math.min(header.valueLength(), ((endBit + 7) / 8 + unit - 1) / unit * unit);
        long held = mixedStart + mixed.length;
        if (mixed.length > 0 && start < held) {
            mixed = Arrays.copyOf(mixed, Math.toIntExact(Math.max(held, end) - mixedStart));
            read(mixed, Math.toIntExact(held - mixedStart));
        } else {
            flush();
            mixedStart = start;
            mixed = new byte[Math.toIntExact(end - start)];
            read(mixed, 0);
        }
        pattern.fill(mixed, firstBit - 8 * mixedStart, endBit - 8 * mixedStart);
    }

    /** Reads the rest of the bytes, as if they were little endian. */
    private void read(byte[] bytes, int from) throws IOException {
        int length = bytes.length - from;
        byte[] read;
        try (InputStream in = header.bytes().dataSet().open(header.valueOffset() + mixedStart + from)) {
            read = in.readNBytes(length);
        }
        if (read.length < length || length % unit != 0) {
            throw new ImageException(Problem.TRUNCATED, "The pixel data ends inside a frame");
        }
        Cells.swap(read, unit);
        System.arraycopy(read, 0, bytes, from, length);
    }

    private void flush() throws IOException {
        if (mixed.length > 0) {
            Cells.swap(mixed, unit);
            sink.patch(header.valueOffset() + mixedStart, mixed);
            mixed = new byte[0];
        }
    }
}
