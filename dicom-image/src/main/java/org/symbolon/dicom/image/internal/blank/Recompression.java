package org.symbolon.dicom.image.internal.blank;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.Blanking.CellBits;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.internal.FrameDecoder;
import org.symbolon.dicom.image.internal.PixelData;
import org.symbolon.dicom.image.internal.PixelHeader;
import org.symbolon.dicom.image.internal.cells.FrameCells;

/** Compressed frames (PS3.5 A.4) decoded, blanked and compressed again without loss, one at a time. Used once, by one thread. */
public final class Recompression {
    private static final int ITEM_HEADER_BYTES = 8;

    private final PixelHeader header;
    private final PixelDescription description;
    private final Spans spans;
    private final CellBits bits;
    private final FrameDecoder decoder;
    private final PixelData pixels;

    public Recompression(
            PixelHeader header, PixelDescription description, Spans spans, ImageLimits limits, CellBits bits)
            throws IOException {
        this.header = header;
        this.description = description;
        this.spans = spans;
        this.bits = bits;
        this.decoder = FrameDecoder.of(header, description);
        this.pixels = PixelData.of(header, limits);
    }

    /**
     * What was written.
     *
     * @param photometric of every frame now
     * @param offsets of the fragments, one a frame, from the first one's item on
     * @param lengths of the fragments, without the byte that fills them up
     * @param bytes all that was written
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
    public record Written(
            TransferSyntax transferSyntax,
            PhotometricInterpretation photometric,
            long[] offsets,
            long[] lengths,
            long bytes) {
        /** The basic offset table with its item header (PS3.5 A.4). */
        public byte[] basicOffsetTable() {
            int length = Math.multiplyExact(4, offsets.length);
            byte[] item = item(length, length);
            ByteBuffer table = ByteBuffer.wrap(item, ITEM_HEADER_BYTES, length).order(ByteOrder.LITTLE_ENDIAN);
            for (long offset : offsets) {
                table.putInt((int) offset);
            }
            return item;
        }

        /** The same without an entry, as it has to be beside an extended one (PS3.3 C.7.6.3.1.8). */
        public byte[] emptyOffsetTable() {
            return item(0, 0);
        }

        /** Whether the basic table cannot say where all fragments are. */
        public boolean isTooLongForBasicOffsets() {
            return offsets[offsets.length - 1] > 0xFFFFFFFFL;
        }

        /** A value of VR OV. */
        public static byte[] table(long[] numbers) {
            ByteBuffer table =
                    ByteBuffer.allocate(Math.multiplyExact(8, numbers.length)).order(ByteOrder.LITTLE_ENDIAN);
            Arrays.stream(numbers).forEach(table::putLong);
            return table.array();
        }
    }

    /**
     * Writes fragments and the sequence delimiter, without the offset table. Every frame is decoded again from what is
     * written, to be compared.
     *
     * @throws ImageException UNSUPPORTED where nothing here encodes such pixels without loss; else as for decoding
     */
    public Written write(OutputStream out) throws IOException {
        int count = description.numberOfFrames();
        long[] offsets = new long[count];
        long[] lengths = new long[count];
        long position = 0;
        Target target = null;
        PhotometricInterpretation photometric = description.photometric();
        for (int frame = 0; frame < count; frame++) {
            FrameCells cells = blanked(frame);
            if (target == null) {
                photometric = cells.photometric();
                target = Target.of(header, description, photometric);
            } else if (cells.photometric() != photometric) {
                throw new ImageException(Problem.UNSUPPORTED, "Frames of different colour models are not recoded");
            }
            byte[] fragment = target.encode(cells);
            offsets[frame] = position;
            lengths[frame] = fragment.length;
            position += fragment(fragment, out);
        }
        ByteBuffer delimiter = ByteBuffer.allocate(ITEM_HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(delimiter.putInt(0xE0DDFFFE).array());
        TransferSyntax syntax = target == null ? header.bytes().transferSyntax() : target.syntax();
        return new Written(syntax, photometric, offsets, lengths, position + ITEM_HEADER_BYTES);
    }

    private FrameCells blanked(int frame) throws IOException {
        FrameCells cells;
        try (InputStream in = pixels.open(frame)) {
            cells = decoder.cells(in, description);
        }
        byte[] bytes = cells.bytes().clone();
        if (bits == CellBits.CLEAR) {
            UnusedBits.clear(bytes, description);
        }
        long[] black = Black.cells(description, cells.photometric(), header.header());
        Pattern pattern = new Pattern(description.bitsAllocated(), 1, black);
        long pixelBits = (long) black.length * description.bitsAllocated();
        spans.forEachRun((first, end) -> pattern.fill(bytes, first * pixelBits, end * pixelBits));
        return new FrameCells(description, cells.photometric(), bytes);
    }

    private static int fragment(byte[] bytes, OutputStream out) throws IOException {
        int padded = bytes.length + (bytes.length & 1);
        out.write(item(padded, 0));
        out.write(bytes);
        if (padded > bytes.length) {
            out.write(0);
        }
        return ITEM_HEADER_BYTES + padded;
    }

    /** An item with room for its value behind the header. */
    private static byte[] item(int length, int room) {
        byte[] item = new byte[ITEM_HEADER_BYTES + room];
        ByteBuffer.wrap(item).order(ByteOrder.LITTLE_ENDIAN).putInt(0xE000FFFE).putInt(length);
        return item;
    }
}
