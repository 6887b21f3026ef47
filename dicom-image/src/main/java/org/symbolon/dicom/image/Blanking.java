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

    private Blanking(PixelHeader header, PixelDescription description, ImageLimits limits, Spans spans) {
        this.header = header;
        this.description = description;
        this.limits = limits;
        this.spans = spans;
    }

    /** @throws ImageException as {@link FrameReader#description()} */
    public static Blanking of(FrameReader image, List<Rectangle> rectangles) {
        PixelDescription description = image.description();
        boolean pairs =
                !image.found().encapsulated() && description.photometric().isHalved();
        Spans spans = Spans.of(description.rows(), description.columns(), rectangles, pairs ? 2 : 1);
        return new Blanking(image.found(), description, image.limits(), spans);
    }

    /** Whether no rectangle touches the image. */
    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Whether frames are compressed, so that {@link #recode} is the way; else {@link #patch}. */
    public boolean needsRecoding() {
        return header.encapsulated();
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
     * @throws IllegalStateException for compressed frames
     */
    public void patch(PatchSink sink) throws IOException {
        if (needsRecoding()) {
            throw new IllegalStateException("Compressed frames are not patched");
        }
        NativePatches.find(header, description, spans, sink);
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
        Written written = new Recompression(header, description, spans, limits).write(out);
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
