package org.symbolon.deidentification.pixels;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.internal.yaml.YamlProblems;
import org.symbolon.model.SymbolonException;

/**
 * Reviews in a text file, one a line: the digest of {@link PixelReview#digest}, then the text form of {@link PixelReview};
 * {@code #} begins a comment, who looked and when. Immutable and thread-safe.
 */
public final class ReviewedList implements PixelReviews {
    private static final int MAX_LINES = 1_000_000;
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})\\s+(\\S.*)");

    private final Map<String, PixelReview> reviews;

    private ReviewedList(Map<String, PixelReview> reviews) {
        this.reviews = reviews;
    }

    /**
     * Reads a file, which must be UTF-8.
     *
     * @throws SymbolonException CONFIGURATION with all that is wrong in the file, by line
     */
    public static ReviewedList load(Path file) throws IOException {
        YamlProblems problems = new YamlProblems(String.valueOf(file.getFileName()));
        Map<String, PixelReview> reviews = new HashMap<>();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = in.readLine(); line != null && number < MAX_LINES; line = in.readLine()) {
                number++;
                int comment = line.indexOf('#');
                String text = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!text.isEmpty()) {
                    add(text, number, reviews, problems);
                }
            }
            if (number == MAX_LINES) {
                problems.add(number, "the list has more than " + (MAX_LINES - 1) + " lines");
            }
        } catch (MalformedInputException e) {
            problems.add(1, "the list is not UTF-8");
        }
        problems.throwIfAny();
        return new ReviewedList(reviews);
    }

    private static void add(String text, int line, Map<String, PixelReview> reviews, YamlProblems problems) {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            problems.add(line, "a line is a SHA-256 of 64 digits, then 'nothing' or rectangles");
            return;
        }
        try {
            PixelReview review = PixelReview.parse(matcher.group(2));
            PixelReview other = reviews.put(matcher.group(1).toLowerCase(Locale.ROOT), review);
            if (other != null && !other.equals(review)) {
                problems.add(line, "an earlier line says something else about this object");
            }
        } catch (SymbolonException e) {
            problems.add(line, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<PixelReview> of(String digest) {
        return Optional.ofNullable(reviews.get(digest));
    }
}
