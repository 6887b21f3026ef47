package org.symbolon.deidentification.pixels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.deidentification.pixels.PixelDecision.Untouched;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.image.Rectangle;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * What a person decided who looked at an object that pixel rules doubt. Its text form is {@code nothing}, or rectangles as
 * {@code left,top,width,height} with blanks between them, where {@code all} as width or height goes to the edge.
 *
 * @param rectangles to be blanked in every frame; none: nothing in the pixels says who it is
 */
public record PixelReview(List<Rectangle> rectangles) {
    /** The rule that a reviewed object is said to follow. */
    public static final String RULE = "reviewed";

    /** Nothing in the pixels says who it is. */
    public static final PixelReview NOTHING = new PixelReview(List.of());

    private static final int MAX_RECTANGLES = 64;
    private static final String NOTHING_TEXT = "nothing";
    private static final Pattern RECTANGLE =
            Pattern.compile("(\\d{1,5}),(\\d{1,5}),(\\d{1,5}|all),(\\d{1,5}|all)", Pattern.CASE_INSENSITIVE);

    public PixelReview {
        rectangles = List.copyOf(rectangles);
        if (rectangles.size() > MAX_RECTANGLES) {
            throw new SymbolonException(ErrorCode.USAGE, "A review has at most " + MAX_RECTANGLES + " rectangles");
        }
    }

    /**
     * Reads the text form.
     *
     * @throws SymbolonException {@code USAGE} for anything else
     */
    public static PixelReview parse(String text) {
        String stripped = text.strip();
        if (stripped.equals(NOTHING_TEXT)) {
            return NOTHING;
        }
        List<Rectangle> rectangles = new ArrayList<>();
        for (String part : stripped.split("\\s+", -1)) {
            rectangles.add(rectangle(part));
        }
        return new PixelReview(rectangles);
    }

    private static Rectangle rectangle(String text) {
        Matcher matcher = RECTANGLE.matcher(text);
        if (matcher.matches()) {
            int left = number(matcher.group(1));
            int top = number(matcher.group(2));
            int width = number(matcher.group(3));
            int height = number(matcher.group(4));
            boolean within = Math.max(Math.max(left, top), Math.max(width, height)) <= Rectangle.MAX_EDGE;
            if (within && width > 0 && height > 0) {
                return new Rectangle(left, top, width, height);
            }
        }
        throw new SymbolonException(
                ErrorCode.USAGE,
                "A rectangle is left,top,width,height in pixels from 0; width and height may be 'all'");
    }

    private static int number(String text) {
        return text.toLowerCase(Locale.ROOT).equals("all") ? Rectangle.MAX_EDGE : Integer.parseInt(text);
    }

    /** The text form. */
    public String text() {
        return rectangles.isEmpty()
                ? NOTHING_TEXT
                : rectangles.stream().map(PixelReview::text).collect(Collectors.joining(" "));
    }

    static String text(Rectangle rectangle) {
        return rectangle.left() + "," + rectangle.top() + "," + edge(rectangle.width()) + ","
                + edge(rectangle.height());
    }

    private static String edge(int length) {
        return length == Rectangle.MAX_EDGE ? "all" : Integer.toString(length);
    }

    /** What is to be done. */
    PixelDecision decision() {
        return rectangles.isEmpty() ? new Untouched(RULE) : new Blank(RULE, rectangles);
    }

    /**
     * By what an object is known to reviews: the SHA-256 of its data set as it lies in the file, in lower-case hexadecimal.
     * Preamble and file meta group do not count, since they change when an object is sent again.
     */
    public static String digest(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(DicomFile.open(file).dataSetOffset());
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Digests.hex(digest);
    }
}
