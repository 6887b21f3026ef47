package org.symbolon.deidentification.pixels;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.HeaderFacts;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.Rectangle;
import org.symbolon.dicom.image.Rendering;
import org.symbolon.dicom.image.RenderingOptions;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * An object that pixel rules doubt, for a person to look at: what it is, which device made it, and its frames as pictures.
 * Holds identity. Immutable and thread-safe; the file must stay as it is.
 */
public final class DoubtfulObject implements ObjectFacts {
    private static final Map<String, Integer> SHOWN = shown();

    private final Path file;
    private final HeaderFacts facts;

    private DoubtfulObject(Path file, HeaderFacts facts) {
        this.file = file;
        this.facts = facts;
    }

    private static Map<String, Integer> shown() {
        Map<String, Integer> shown = new LinkedHashMap<>();
        shown.put("SOP class", Tags.SOPClassUID);
        shown.put("modality", Tags.Modality);
        shown.put("manufacturer", Tags.Manufacturer);
        shown.put("model", Tags.ManufacturerModelName);
        shown.put("rows", Tags.Rows);
        shown.put("columns", Tags.Columns);
        shown.put("frames", Tags.NumberOfFrames);
        shown.put("image type", Tags.ImageType);
        shown.put("conversion type", Tags.ConversionType);
        shown.put("burned in annotation", Tags.BurnedInAnnotation);
        return Collections.unmodifiableMap(shown);
    }

    /**
     * Reads the header.
     *
     * @param alsoNeeded further attributes of the top level that {@link #text} shall know
     * @throws SymbolonException {@code CORRUPT} for what cannot be read
     */
    public static DoubtfulObject open(Path file, Set<Integer> alsoNeeded) throws IOException {
        Set<Integer> needed = new HashSet<>(alsoNeeded);
        needed.addAll(SHOWN.values());
        try {
            DicomFile dicom = DicomFile.open(file);
            try (DataSetReader reader = dicom.reader(HeaderFacts.options(needed))) {
                return new DoubtfulObject(file, HeaderFacts.read(reader, needed, "", false));
            }
        } catch (DicomFormatException e) {
            throw new SymbolonException(ErrorCode.CORRUPT, "The header of the object cannot be read", e);
        }
    }

    /** What a person wants to know before looking, in this order; nothing that names a patient is asked for. */
    public Map<String, String> description() {
        Map<String, String> description = new LinkedHashMap<>();
        SHOWN.forEach((name, tag) -> {
            String text = text(tag);
            if (!text.isEmpty()) {
                description.put(
                        name, tag == Tags.SOPClassUID ? Dictionary.standard().uidName(text) : text);
            }
        });
        return description;
    }

    /** How many pictures there are; 0: the object has no frames that can be counted. */
    public int frames() throws IOException {
        return image(FrameReader::count, 0);
    }

    /** Whether the object has rows and columns, and all of a review's rectangles begin within them. */
    public boolean contains(PixelReview review) {
        int rows = number(Tags.Rows);
        int columns = number(Tags.Columns);
        for (Rectangle rectangle : review.rectangles()) {
            if (rectangle.left() >= columns || rectangle.top() >= rows) {
                return false;
            }
        }
        return rows > 0 && columns > 0;
    }

    /**
     * Draws a frame, overlays included.
     *
     * @param frame from 0
     * @param blanked what to draw black; null: nothing
     * @param out not closed
     * @throws SymbolonException {@code UNSUPPORTED_FORMAT} where the frame cannot be decoded
     */
    public void drawPng(int frame, @Nullable PixelReview blanked, OutputStream out) throws IOException {
        try {
            FrameReader reader = FrameReader.open(ImageBytes.of(file), ImageLimits.defaults());
            Rendering rendering = Rendering.of(reader, frame, RenderingOptions.defaults());
            if (blanked == null || blanked.rectangles().isEmpty()) {
                rendering.writePng(out);
            } else {
                ImageIO.write(blanked(rendering.image(), blanked), "png", out);
            }
        } catch (ImageException | DicomFormatException e) {
            throw cannotBeDrawn(e);
        }
    }

    private static BufferedImage blanked(BufferedImage image, PixelReview review) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, null);
            graphics.setColor(Color.BLACK);
            for (Rectangle rectangle : review.rectangles()) {
                graphics.fillRect(rectangle.left(), rectangle.top(), rectangle.width(), rectangle.height());
            }
        } finally {
            graphics.dispose();
        }
        return copy;
    }

    private <T> T image(Function<FrameReader, T> question, T none) throws IOException {
        try {
            return question.apply(FrameReader.open(ImageBytes.of(file), ImageLimits.defaults()));
        } catch (ImageException e) {
            return none;
        } catch (DicomFormatException e) {
            throw cannotBeDrawn(e);
        }
    }

    private static SymbolonException cannotBeDrawn(Exception cause) {
        return new SymbolonException(
                ErrorCode.UNSUPPORTED_FORMAT,
                "The object has no frames that can be drawn: look at its file with another viewer",
                cause);
    }

    int number(int tag) {
        try {
            return Integer.parseInt(text(tag));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public String text(int topLevelTag) {
        return facts.text(topLevelTag);
    }

    @Override
    public String sopClassUid() {
        return facts.sopClassUid();
    }

    @Override
    public String source() {
        return facts.source();
    }
}
