package org.symbolon.deidentification.pixels;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.symbolon.deidentification.AtomicFile;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.deidentification.pixels.PixelDecision.Untouched;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.Rectangle;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The file of pixel rules that a site owns, beside those that come with Symbolon: people write into it, and so does {@link
 * #add}. It need not be there. One process writes at a time.
 */
public final class SiteRules {
    private static final String HEADER =
            "# Pixel rules of this site, beside those that come with Symbolon (docs/reference/pixel-rules.md).\nrules:\n";
    private static final Pattern FIRST_RULE = Pattern.compile("(?m)^( *)- ");

    private final Path file;

    public SiteRules(Path file) {
        this.file = file;
    }

    /** The rules of both; just those given where the site has no file. */
    public PixelRules over(PixelRules rules) {
        return Files.exists(file) ? rules.withSite(PixelRules.load(file)) : rules;
    }

    /** The rule of the site that decides about the object. */
    public Optional<String> deciding(DoubtfulObject object) {
        if (Files.exists(file)) {
            PixelRules rules = PixelRules.load(file);
            if (rules.speaksOf(object)) {
                return Optional.of(rules.decide(object).rule());
            }
        }
        return Optional.empty();
    }

    /** What the site's rules look at. */
    public Set<Integer> neededFacts() {
        return Files.exists(file) ? PixelRules.load(file).neededFacts() : Set.of();
    }

    /**
     * Adds a rule for all objects like one that somebody looked at: of the same SOP class, modality, device, size, last value
     * of Image Type and Conversion Type. On disk when it returns; where such a rule is there already, nothing changes.
     *
     * @param note who, when; for readers of the file
     * @return the rule's name
     * @throws SymbolonException {@code USAGE} where the object does not say enough of itself, or says that it has text and
     *     the review says nothing; {@code CONFIGURATION} where another rule of the site decides otherwise
     */
    public String add(DoubtfulObject like, PixelReview review, String note) throws IOException {
        String conditions = conditions(like, review);
        String content = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : HEADER;
        int number = 1;
        if (Files.exists(file)) {
            PixelRules present = PixelRules.load(file);
            if (present.speaksOf(like)) {
                return sameRule(present.decide(like), review);
            }
            number = present.size() + 1;
            while (present.has(name(number))) {
                number++;
            }
        }
        String indent = indent(content);
        List<String> lines = new ArrayList<>();
        lines.add(indent + "- name: " + name(number));
        lines.add(indent + "  when: {" + conditions + "}");
        lines.add(indent + "  do: " + (review.rectangles().isEmpty() ? "leave" : "blank"));
        if (!review.rectangles().isEmpty()) {
            lines.add(indent + "  rectangles: ["
                    + review.rectangles().stream().map(SiteRules::text).collect(Collectors.joining(", ")) + "]");
        }
        lines.add(indent + "  source: " + quoted(note));
        String extended = (content.endsWith("\n") ? content : content + "\n") + String.join("\n", lines) + "\n";
        byte[] bytes = extended.getBytes(StandardCharsets.UTF_8);
        // a file that people wrote may not bear a rule at its end: then it stays as it is
        PixelRulesReader.read(String.valueOf(file.getFileName()), bytes);
        AtomicFile.write(file, Durability.ON_DISK, channel -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        });
        return name(number);
    }

    private static String sameRule(PixelDecision present, PixelReview review) {
        boolean same = (present instanceof Untouched && review.rectangles().isEmpty())
                || (present instanceof Blank blank && blank.area().rectangles().equals(review.rectangles()));
        if (!same) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "The site's pixel rule \"" + present.rule()
                            + "\" decides about such objects already: change it there");
        }
        return present.rule();
    }

    private static String name(int number) {
        return "site-" + number;
    }

    private static String indent(String content) {
        Matcher matcher = FIRST_RULE.matcher(content);
        return matcher.find() ? matcher.group(1) : "  ";
    }

    private static String conditions(DoubtfulObject like, PixelReview review) {
        int rows = like.number(Tags.Rows);
        int columns = like.number(Tags.Columns);
        String modality = like.text(Tags.Modality);
        String manufacturer = like.text(Tags.Manufacturer);
        String model = like.text(Tags.ManufacturerModelName);
        if (rows < 1 || columns < 1 || modality.isEmpty() || manufacturer.isEmpty() || model.isEmpty()) {
            throw new SymbolonException(
                    ErrorCode.USAGE,
                    "A rule for all like it needs modality, manufacturer, model, rows and columns, which this object does"
                            + " not all have: review it by itself");
        }
        String saysText = like.text(Tags.BurnedInAnnotation).toUpperCase(Locale.ROOT);
        if (review.rectangles().isEmpty() && saysText.startsWith("Y")) {
            throw new SymbolonException(
                    ErrorCode.USAGE,
                    "The device says that its images have text (Burned In Annotation): all like it need rectangles");
        }
        List<String> conditions = new ArrayList<>(List.of(
                "sop-class: " + quoted(like.sopClassUid()),
                "modality: " + quoted(modality),
                "manufacturer: " + pattern(manufacturer),
                "model: " + pattern(model),
                "rows: " + rows,
                "columns: " + columns));
        String type = like.text(Tags.ImageType);
        String last = type.substring(type.lastIndexOf('\\') + 1).strip();
        if (!last.isEmpty()) {
            conditions.add("image-type: " + pattern(last));
        }
        String conversion = like.text(Tags.ConversionType);
        if (!conversion.isEmpty()) {
            conditions.add("conversion-type: " + pattern(conversion));
        }
        return String.join(", ", conditions);
    }

    /** A star of a device's name would fit anything. */
    private static String pattern(String value) {
        return quoted(value.replace('*', '?'));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                quoted.append('?');
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private static String text(Rectangle rectangle) {
        return "[" + PixelReview.text(rectangle).replace(",", ", ") + "]";
    }
}
