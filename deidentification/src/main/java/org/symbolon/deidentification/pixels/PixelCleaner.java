package org.symbolon.deidentification.pixels;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.deidentification.pixels.PixelDecision.Area;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditBytes;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.Blanking;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.RecodedPixels;
import org.symbolon.dicom.image.Rectangle;
import org.symbolon.model.SymbolonException;

/**
 * Plans how the pixels of a file are blanked, for {@link org.symbolon.deidentification.splice.Splice}. Of native pixels only
 * the blanked bytes change; compressed frames are decoded and compressed again without loss, into a temporary file. Immutable
 * and thread-safe; holds one frame at a time.
 */
public final class PixelCleaner {
    private static final byte[] NO = "NO".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final ImageLimits limits;

    public PixelCleaner(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads the header and, if they must be decoded, the frames.
     *
     * @param dataSetOffset where the data set begins in the file
     * @param transferSyntax of those bytes: of a deflated data set, hand over the inflated one, as explicit VR little endian
     * @param temporaryFolder for frames that are compressed again; only its owner should be able to look into it
     * @throws SymbolonException IDENTITY_AT_RISK where the pixels cannot be blanked: nothing may leave then. It names the rule
     */
    public PixelEdits plan(
            Path file, long dataSetOffset, TransferSyntax transferSyntax, Blank decision, Path temporaryFolder)
            throws IOException {
        try {
            ImageBytes bytes = new ImageBytes(transferSyntax, offset -> open(file, dataSetOffset + offset));
            FrameReader image = FrameReader.open(bytes, limits);
            Area asked = decision.area();
            List<Rectangle> outside =
                    asked.outsideUltrasoundRegions() ? UltrasoundRegions.outside(image.header()) : List.of();
            if (asked.outsideUltrasoundRegions() && outside.isEmpty()) {
                return otherwise(decision, file, dataSetOffset, transferSyntax, temporaryFolder);
            }
            List<Rectangle> rectangles = new ArrayList<>(asked.rectangles());
            rectangles.addAll(outside);
            Blanking blanking = Blanking.of(image, rectangles, asked.bits());
            if (blanking.isEmpty()) {
                if (rectangles.isEmpty()) {
                    return none(decision.rule(), transferSyntax);
                }
                throw PixelDoubt.of(decision.rule(), "and what it blanks lies outside of the image", null);
            }
            if (blanking.needsRecoding()) {
                return recoded(decision, blanking, temporaryFolder);
            }
            return blanking.needsRewriting()
                    ? rewritten(decision, blanking, transferSyntax, temporaryFolder)
                    : patched(decision, blanking, transferSyntax);
        } catch (ImageException e) {
            throw PixelDoubt.of(decision.rule(), "and the pixels cannot be blanked: " + e.getMessage(), e);
        }
    }

    private PixelEdits otherwise(Blank decision, Path file, long offset, TransferSyntax syntax, Path folder)
            throws IOException {
        PixelDecision otherwise = decision.otherwise();
        if (otherwise instanceof Blank blank) {
            return plan(file, offset, syntax, blank, folder);
        }
        return otherwise.fold(
                untouched -> none(untouched.rule(), syntax), blank -> none(blank.rule(), syntax), doubtful -> {
                    throw PixelDoubt.of(doubtful.rule(), "and the object does not say where", null);
                });
    }

    private static PixelEdits patched(Blank decision, Blanking blanking, TransferSyntax syntax) throws IOException {
        List<Edit> edits = new ArrayList<>();
        blanking.patch((offset, bytes) ->
                edits.add(new Edit(offset, bytes.length, EditBytes.of(bytes), EditContent.OPAQUE, 0)));
        return new PixelEdits(decision.rule(), edits, syntax, blanked(decision), null);
    }

    private static PixelEdits rewritten(Blank decision, Blanking blanking, TransferSyntax syntax, Path folder)
            throws IOException {
        return withTemporary(folder, file -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                blanking.rewrite(out);
            }
            long length = blanking.valueLength();
            EditBytes bytes = EditBytes.of(file, 0, length);
            Edit edit = new Edit(blanking.valueOffset(), length, bytes, EditContent.OPAQUE, 0);
            return new PixelEdits(decision.rule(), List.of(edit), syntax, blanked(decision), file);
        });
    }

    private static PixelEdits recoded(Blank decision, Blanking blanking, Path folder) throws IOException {
        return withTemporary(folder, fragments -> {
            RecodedPixels recoded;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fragments))) {
                recoded = blanking.recode(out);
            }
            Map<Integer, byte[]> changed = blanked(decision);
            for (Element element : recoded.puts()) {
                changed.put(element.tag(), recoded.puts().bytes(element.tag()));
            }
            recoded.removes().forEach(tag -> changed.put(tag, NOTHING));
            long start = recoded.valueOffset();
            EditBytes bytes = EditBytes.of(fragments, 0, recoded.fragmentsLength());
            List<Edit> edits = List.of(
                    new Edit(start, 0, recoded.offsetTable(), EditContent.OPAQUE, 0),
                    new Edit(start, recoded.valueLength(), bytes, EditContent.OPAQUE, 0));
            return new PixelEdits(decision.rule(), edits, recoded.transferSyntax(), changed, fragments);
        });
    }

    /** Makes edits out of a temporary file, which is deleted if they are not made. */
    @FunctionalInterface
    private interface Making {
        PixelEdits edits(Path file) throws IOException;
    }

    private static PixelEdits withTemporary(Path folder, Making making) throws IOException {
        Path file = Files.createTempFile(folder, "symbolon-", ".tmp");
        boolean made = false;
        try {
            PixelEdits edits = making.edits(file);
            made = true;
            return edits;
        } finally {
            if (!made) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Small pictures of the image as it was must go; where it was blanked, nobody shall look for text again. */
    private static Map<Integer, byte[]> blanked(Blank decision) {
        Map<Integer, byte[]> changed = new HashMap<>();
        changed.put(Tags.IconImageSequence, NOTHING);
        Area area = decision.area();
        if (!area.rectangles().isEmpty() || area.outsideUltrasoundRegions()) {
            changed.put(Tags.BurnedInAnnotation, NO);
        }
        return changed;
    }

    private static PixelEdits none(String rule, TransferSyntax syntax) {
        return new PixelEdits(rule, List.of(), syntax, Map.of(), null);
    }

    private static InputStream open(Path file, long offset) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            channel.position(offset);
            return new BufferedInputStream(Channels.newInputStream(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
