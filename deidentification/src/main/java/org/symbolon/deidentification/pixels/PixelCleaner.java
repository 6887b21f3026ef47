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
import org.jspecify.annotations.Nullable;
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
import org.symbolon.model.ErrorCode;
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
            List<Rectangle> area = area(decision, image);
            if (area.isEmpty()) {
                return decision.otherwise()
                        .fold(
                                untouched -> new Otherwise(null, none(untouched.rule(), transferSyntax)),
                                blank -> new Otherwise(blank, null),
                                doubtful -> {
                                    throw atRisk(doubtful.rule(), "and the object does not say where", null);
                                })
                        .plan(this, file, dataSetOffset, transferSyntax, temporaryFolder);
            }
            Blanking blanking = Blanking.of(image, area);
            if (blanking.isEmpty()) {
                throw atRisk(decision.rule(), "and what it blanks lies outside of the image", null);
            }
            return blanking.needsRecoding()
                    ? recoded(decision.rule(), blanking, temporaryFolder)
                    : patched(decision.rule(), blanking, transferSyntax);
        } catch (ImageException e) {
            throw atRisk(decision.rule(), "and the pixels cannot be blanked: " + e.getMessage(), e);
        }
    }

    /** What holds where a decision's area is empty. */
    private record Otherwise(
            @Nullable Blank blank, @Nullable PixelEdits edits) {
        PixelEdits plan(PixelCleaner cleaner, Path file, long offset, TransferSyntax syntax, Path folder)
                throws IOException {
            if (edits != null) {
                return edits;
            }
            if (blank == null) {
                throw new IllegalStateException("Neither edits nor a decision");
            }
            return cleaner.plan(file, offset, syntax, blank, folder);
        }
    }

    private static List<Rectangle> area(Blank decision, FrameReader image) {
        List<Rectangle> area = new ArrayList<>(decision.area().rectangles());
        if (decision.area().outsideUltrasoundRegions()) {
            List<Rectangle> outside = UltrasoundRegions.outside(image.header());
            if (outside.isEmpty()) {
                return List.of();
            }
            area.addAll(outside);
        }
        return area;
    }

    private static PixelEdits patched(String rule, Blanking blanking, TransferSyntax syntax) throws IOException {
        List<Edit> edits = new ArrayList<>();
        blanking.patch((offset, bytes) ->
                edits.add(new Edit(offset, bytes.length, EditBytes.of(bytes), EditContent.OPAQUE, 0)));
        return new PixelEdits(rule, edits, syntax, blanked(), null);
    }

    private static PixelEdits recoded(String rule, Blanking blanking, Path folder) throws IOException {
        Path fragments = Files.createTempFile(folder, "symbolon-", ".tmp");
        boolean done = false;
        try {
            RecodedPixels recoded;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fragments))) {
                recoded = blanking.recode(out);
            }
            Map<Integer, byte[]> changed = blanked();
            for (Element element : recoded.puts()) {
                changed.put(element.tag(), recoded.puts().bytes(element.tag()));
            }
            recoded.removes().forEach(tag -> changed.put(tag, NOTHING));
            List<Edit> edits = List.of(
                    new Edit(recoded.valueOffset(), 0, recoded.offsetTable(), EditContent.OPAQUE, 0),
                    new Edit(
                            recoded.valueOffset(),
                            recoded.valueLength(),
                            EditBytes.of(fragments, 0, recoded.fragmentsLength()),
                            EditContent.OPAQUE,
                            0));
            done = true;
            return new PixelEdits(rule, edits, recoded.transferSyntax(), changed, fragments);
        } finally {
            if (!done) {
                Files.deleteIfExists(fragments);
            }
        }
    }

    /** Small pictures of the image as it was must go, and nobody shall look for text again. */
    private static Map<Integer, byte[]> blanked() {
        Map<Integer, byte[]> changed = new HashMap<>();
        changed.put(Tags.BurnedInAnnotation, NO);
        changed.put(Tags.IconImageSequence, NOTHING);
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

    private static SymbolonException atRisk(String rule, String why, @Nullable Throwable cause) {
        return new SymbolonException(
                ErrorCode.IDENTITY_AT_RISK, "Pixel rule \"" + rule + "\" wants pixels blanked, " + why, cause);
    }
}
