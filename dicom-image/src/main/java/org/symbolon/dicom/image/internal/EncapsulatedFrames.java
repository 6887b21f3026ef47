package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.ImageLimits;

/**
 * Frames in fragments (PS3.5 A.4): found by the extended offset table, by the basic offset table, or by counting fragments.
 */
final class EncapsulatedFrames implements PixelData {
    private static final int ITEM_HEADER_BYTES = 8;
    private static final int MAX_OFFSET_TABLE_BYTES = 16 << 20;

    private final PixelHeader header;
    private final long[] starts;
    private final long[] ends;

    /** Offsets in the data set: each frame's first fragment item, and the first byte behind its last fragment. */
    EncapsulatedFrames(PixelHeader header, long[] starts, long[] ends) {
        this.header = header;
        this.starts = starts;
        this.ends = ends;
    }

    static EncapsulatedFrames of(PixelHeader header, ImageLimits limits) throws IOException {
        int frames = header.numberOfFrames(limits);
        ByteBuffer basic = basicOffsetTable(header);
        long first = header.valueOffset() + ITEM_HEADER_BYTES + basic.remaining();
        if (frames == 1) {
            return new EncapsulatedFrames(header, new long[] {first}, new long[] {Long.MAX_VALUE});
        }
        if (TransferSyntaxes.isVideo(header.bytes().transferSyntax())) {
            throw TransferSyntaxes.unsupported(header.bytes().transferSyntax());
        }
        EncapsulatedFrames found = byExtendedOffsetTable(header, first, frames);
        if (found == null) {
            found = byBasicOffsetTable(header, first, frames, basic);
        }
        return found == null ? FragmentCount.find(header, first, frames) : found;
    }

    @Override
    public InputStream open(int frame) throws IOException {
        InputStream in = header.bytes().dataSet().open(starts[frame]);
        return new FragmentStream(in, ends[frame] == Long.MAX_VALUE ? Long.MAX_VALUE : ends[frame] - starts[frame]);
    }

    private static ByteBuffer basicOffsetTable(PixelHeader header) throws IOException {
        try (InputStream in = header.bytes().dataSet().open(header.valueOffset())) {
            FragmentStream.Item item = FragmentStream.Item.read(in);
            if (!item.isFragment()) {
                throw new ImageException(Problem.CORRUPT, "Encapsulated pixel data without a fragment (PS3.5 A.4)");
            }
            if (item.length() > MAX_OFFSET_TABLE_BYTES) {
                throw new ImageException(Problem.LIMIT_EXCEEDED, "An offset table longer than the limit allows");
            }
            byte[] table = in.readNBytes((int) item.length());
            if (table.length < item.length()) {
                throw new ImageException(Problem.TRUNCATED, "The pixel data ends inside its offset table");
            }
            return ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** PS3.3 C.7.6.3.1.8: each frame is one fragment. */
    private static @Nullable EncapsulatedFrames byExtendedOffsetTable(PixelHeader header, long first, int frames) {
        DataSet dataSet = header.header();
        byte[] offsets = dataSet.bytes(Tags.ExtendedOffsetTable);
        byte[] lengths = dataSet.bytes(Tags.ExtendedOffsetTableLengths);
        if (offsets.length != 8L * frames || lengths.length != 8L * frames) {
            return null;
        }
        ByteBuffer offset = ByteBuffer.wrap(offsets).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer length = ByteBuffer.wrap(lengths).order(ByteOrder.LITTLE_ENDIAN);
        long[] starts = new long[frames];
        long[] ends = new long[frames];
        for (int i = 0; i < frames; i++) {
            long start = offset.getLong(8 * i);
            long bytes = length.getLong(8 * i);
            if (start < 0 || bytes < 0 || start > Long.MAX_VALUE / 4 || bytes > Long.MAX_VALUE / 4) {
                return null;
            }
            starts[i] = first + start;
            ends[i] = starts[i] + ITEM_HEADER_BYTES + bytes + (bytes & 1);
        }
        return new EncapsulatedFrames(header, starts, ends);
    }

    private static @Nullable EncapsulatedFrames byBasicOffsetTable(
            PixelHeader header, long first, int frames, ByteBuffer table) {
        if (table.remaining() != 4L * frames) {
            return null;
        }
        long[] starts = new long[frames];
        long[] ends = new long[frames];
        for (int i = 0; i < frames; i++) {
            starts[i] = first + (table.getInt(4 * i) & 0xFFFFFFFFL);
            if (i > 0) {
                ends[i - 1] = starts[i];
            }
            boolean ascending = i == 0 ? starts[0] == first : starts[i] > starts[i - 1];
            if (!ascending) {
                return null;
            }
        }
        ends[frames - 1] = Long.MAX_VALUE;
        return new EncapsulatedFrames(header, starts, ends);
    }
}
