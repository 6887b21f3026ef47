package org.symbolon.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSetReader.Token;

/**
 * Where the fragments of encapsulated pixel data lie, and which of them make which frame (PS3.5 A.4): by the extended
 * offset table (7FE0,0001) if there is one, or else by the basic one. The compressed bytes are not read. All offsets and
 * lengths are 64 bits wide. Immutable.
 */
public final class EncapsulatedPixels {
    private static final int ITEM_HEADER_BYTES = 8;
    private static final long[] NONE = {};

    private final List<Fragment> fragments;
    private final long[] basicOffsets;
    private final long[] extendedOffsets;
    private final long[] extendedLengths;

    /**
     * A fragment.
     *
     * @param offset of its first byte, behind the item header, in the data set
     */
    public record Fragment(long offset, long length) {}

    /**
     * A frame.
     *
     * @param length of the compressed frame; as the extended offset table says, or else that of all its fragments
     */
    public record Frame(List<Fragment> fragments, long length) {}

    private EncapsulatedPixels(
            List<Fragment> fragments, long[] basicOffsets, long[] extendedOffsets, long[] extendedLengths) {
        this.fragments = List.copyOf(fragments);
        this.basicOffsets = basicOffsets;
        this.extendedOffsets = extendedOffsets;
        this.extendedLengths = extendedLengths;
    }

    /**
     * Reads on to the end of the pixel data.
     *
     * @param reader stands on FRAGMENTS_START
     * @param header what came before the pixel data, for the extended offset table
     */
    public static EncapsulatedPixels read(DataSetReader reader, DataSet header) throws IOException {
        if (reader.token() != Token.FRAGMENTS_START) {
            throw new IllegalStateException("The reader does not stand on encapsulated pixel data");
        }
        long[] basic = NONE;
        List<Fragment> fragments = new ArrayList<>();
        boolean first = true;
        while (reader.next() == Token.FRAGMENT) {
            if (first) {
                basic = offsets(reader.value(), Integer.BYTES);
                first = false;
            } else {
                fragments.add(new Fragment(reader.valueOffset(), reader.length()));
            }
        }
        return new EncapsulatedPixels(
                fragments,
                basic,
                offsets(header.bytes(Tags.ExtendedOffsetTable), Long.BYTES),
                offsets(header.bytes(Tags.ExtendedOffsetTableLengths), Long.BYTES));
    }

    /** All fragments but the basic offset table, in their order. */
    public List<Fragment> fragments() {
        return fragments;
    }

    /** Bytes of all fragments. */
    public long totalBytes() {
        return fragments.stream().mapToLong(Fragment::length).sum();
    }

    /** The basic offset table, from the item of the first fragment on; empty if it is. */
    public long[] basicOffsets() {
        return basicOffsets.clone();
    }

    /** The extended offset table, empty if there is none. */
    public long[] extendedOffsets() {
        return extendedOffsets.clone();
    }

    /** The lengths that belong to {@link #extendedOffsets}. */
    public long[] extendedLengths() {
        return extendedLengths.clone();
    }

    /**
     * The frames; empty if it cannot be told which fragments are theirs. Without a table that fits, it can be told if there
     * are as many fragments as frames, or one frame.
     *
     * @throws DicomFormatException CORRUPT if a table contradicts the fragments
     */
    public List<Frame> frames(int numberOfFrames) {
        if (extendedOffsets.length == numberOfFrames && numberOfFrames > 0) {
            return byTable(extendedOffsets, extendedLengths.length == numberOfFrames ? extendedLengths : NONE);
        }
        if (basicOffsets.length == numberOfFrames && numberOfFrames > 0) {
            return byTable(basicOffsets, NONE);
        }
        if (numberOfFrames == 1 && !fragments.isEmpty()) {
            return List.of(new Frame(fragments, totalBytes()));
        }
        return fragments.size() == numberOfFrames
                ? fragments.stream()
                        .map(fragment -> new Frame(List.of(fragment), fragment.length()))
                        .toList()
                : List.of();
    }

    private List<Frame> byTable(long[] offsets, long[] lengths) {
        List<Frame> frames = new ArrayList<>();
        long origin = fragments.isEmpty() ? 0 : fragments.get(0).offset() - ITEM_HEADER_BYTES;
        int next = 0;
        for (int i = 0; i < offsets.length; i++) {
            long end = i + 1 < offsets.length ? origin + offsets[i + 1] : Long.MAX_VALUE;
            List<Fragment> own = new ArrayList<>();
            if (next == fragments.size() || fragments.get(next).offset() - ITEM_HEADER_BYTES != origin + offsets[i]) {
                throw corrupt("An offset of a frame is that of a fragment (PS3.5 A.4)");
            }
            while (next < fragments.size() && fragments.get(next).offset() - ITEM_HEADER_BYTES < end) {
                own.add(fragments.get(next++));
            }
            long bytes = own.stream().mapToLong(Fragment::length).sum();
            if (lengths.length > 0 && (lengths[i] < 0 || lengths[i] > bytes)) {
                throw corrupt("The length of a frame is not beyond its fragments (PS3.3 C.7.6.3.1.8)");
            }
            frames.add(new Frame(own, lengths.length > 0 ? lengths[i] : bytes));
        }
        return frames;
    }

    private static DicomFormatException corrupt(String rule) {
        return new DicomFormatException(DicomProblem.CORRUPT, rule, Tags.PixelData, -1);
    }

    /** Of the lengths of all tables only whole numbers count. */
    private static long[] offsets(byte[] table, int bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        long[] offsets = new long[table.length / bytes];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = bytes == Integer.BYTES ? Integer.toUnsignedLong(buffer.getInt()) : buffer.getLong();
        }
        return offsets;
    }
}
