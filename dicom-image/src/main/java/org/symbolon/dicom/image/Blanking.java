package org.symbolon.dicom.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.internal.PixelHeader;
import org.symbolon.dicom.image.internal.blank.EncapsulatedValue;
import org.symbolon.dicom.image.internal.blank.NativePatches;
import org.symbolon.dicom.image.internal.blank.Recompression;
import org.symbolon.dicom.image.internal.blank.Recompression.Written;
import org.symbolon.dicom.image.internal.blank.Spans;
import org.symbolon.dicom.image.internal.blank.UnusedBits;
import org.symbolon.dicom.image.internal.transcode.Edits;

/**
 * Rectangles made black in every frame of an image. Black is the darkest value that the photometric interpretation has:
 * the least one of MONOCHROME2, the greatest of MONOCHROME1, the darkest colour of a palette. All other samples stay as they
 * are, or as they are decoded; where two neighbours share their colours (YBR_FULL_422) both are blanked. Immutable and
 * thread-safe as far as the bytes are.
 */
public final class Blanking {
    private final PixelHeader header;
    private final PixelDescription description;
    private final ImageLimits limits;
    private final Spans spans;
    private final boolean clearing;

    private Blanking(
            PixelHeader header, PixelDescription description, ImageLimits limits, Spans spans, boolean clearing) {
        this.header = header;
        this.description = description;
        this.limits = limits;
        this.spans = spans;
        this.clearing = clearing;
    }

    /** What becomes of the bits of all cells that are not of their sample, where retired overlays lie (PS3.3 C.9.2). */
    public enum CellBits {
        /** They stay, but for those of blanked cells. */
        KEEP,
        /** They become 0, or the sign of a signed sample. */
        CLEAR
    }

    /** As {@link #of(FrameReader, List, CellBits)}, {@link CellBits#KEEP}. */
    public static Blanking of(FrameReader image, List<Rectangle> rectangles) {
        return of(image, rectangles, CellBits.KEEP);
    }

    /** @throws ImageException as {@link FrameReader#description()} */
    public static Blanking of(FrameReader image, List<Rectangle> rectangles, CellBits bits) {
        PixelDescription description = image.description();
        boolean pairs =
                !image.found().encapsulated() && description.photometric().isHalved();
        Spans spans = Spans.of(description.rows(), description.columns(), rectangles, pairs ? 2 : 1);
        boolean clearing = bits == CellBits.CLEAR && UnusedBits.exist(description);
        return new Blanking(image.found(), description, image.limits(), spans, clearing);
    }

    /** Whether no rectangle touches the image, and no bits are to be cleared. */
    public boolean isEmpty() {
        return spans.isEmpty() && !clearing;
    }

    /** Whether frames are compressed, so that {@link #recode} is the way. */
    public boolean needsRecoding() {
        return header.encapsulated();
    }

    /** Whether native pixels change everywhere, so that {@link #rewrite} is the way; else {@link #patch}. */
    public boolean needsRewriting() {
        return clearing && !header.encapsulated();
    }

    /** Where the native value begins in the data set (inflated if it is deflated). */
    public long valueOffset() {
        return header.valueOffset();
    }

    /** Bytes of the native value; -1 if it is compressed. */
    public long valueLength() {
        return header.valueLength();
    }

    /** Takes bytes that stand in the place of as many others; several calls may hand over one array. */
    @FunctionalInterface
    public interface PatchSink {
        /** @param offset in the data set (inflated if it is deflated) */
        void patch(long offset, byte[] bytes) throws IOException;
    }

    /**
     * What changes in native pixel data, in ascending order. Bytes behind the last frame become zero.
     *
     * @throws ImageException TRUNCATED
     * @throws IllegalStateException for compressed frames, and where the whole value changes
     */
    public void patch(PatchSink sink) throws IOException {
        if (needsRecoding() || needsRewriting()) {
            throw new IllegalStateException("Only native pixels that change here and there are patched");
        }
        NativePatches.find(header, description, spans, sink);
    }

    /**
     * Writes the native value anew, as long as it was.
     *
     * @param out is not closed
     * @throws ImageException TRUNCATED
     * @throws IllegalStateException for compressed frames
     */
    public void rewrite(OutputStream out) throws IOException {
        if (needsRecoding()) {
            throw new IllegalStateException("Compressed frames are not native");
        }
        UnusedBits.rewrite(header, description, spans, out);
    }

    /**
     * Decodes, blanks and compresses again, without loss, one frame at a time. Each is decoded again and compared. The
     * transfer syntax stays where it is a lossless one that is written ({@link PixelTranscoder#writes}); else it becomes
     * JPEG Lossless, JPEG-LS Lossless or RLE.
     *
     * @param out gets the fragments and the sequence delimiter; is not closed
     * @throws ImageException as {@link FrameReader#decode}; UNSUPPORTED also where nothing encodes these pixels
     * @throws IllegalStateException for native pixels
     */
    public RecodedPixels recode(OutputStream out) throws IOException {
        if (!needsRecoding()) {
            throw new IllegalStateException("Native pixels are not recoded");
        }
        long length;
        try (InputStream in = header.bytes().dataSet().open(header.valueOffset())) {
            length = EncapsulatedValue.length(in);
        }
        Written written = new Recompression(
                        header, description, spans, limits, clearing ? CellBits.CLEAR : CellBits.KEEP)
                .write(out);
        Edits edits = Edits.of(header.header(), header.bytes().transferSyntax(), written.photometric());
        DataSet puts = edits.puts();
        Set<Integer> removes = new HashSet<>(edits.removes());
        boolean extended = written.isTooLongForBasicOffsets() || header.header().contains(Tags.ExtendedOffsetTable);
        if (extended) {
            puts.putBytes(Tags.ExtendedOffsetTable, Vr.OV, Written.table(written.offsets()));
            puts.putBytes(Tags.ExtendedOffsetTableLengths, Vr.OV, Written.table(written.lengths()));
        }
        removes.removeIf(tag -> puts.contains(tag) || !header.header().contains(tag));
        return new RecodedPixels(
                written.transferSyntax(),
                header.valueOffset(),
                length,
                extended ? written.emptyOffsetTable() : written.basicOffsetTable(),
                written.bytes(),
                puts,
                removes);
    }
}
