package org.symbolon.deidentification.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the corpus {@code planted.txt}: what must go stands in braces.
 *
 * @param terms of its person
 * @param text without the braces
 * @param planted pairs of beginning and end of what must go
 */
record PlantedText(String person, TextKind kind, IdentityTerms terms, String text, List<int[]> planted) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");

    /** What a cleaner made of one or more texts. */
    record Score(int planted, int found, int words, int kept) {
        Score plus(Score other) {
            return new Score(planted + other.planted, found + other.found, words + other.words, kept + other.kept);
        }
    }

    static List<PlantedText> corpus() throws IOException {
        List<PlantedText> texts = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        String person = "";
        TextKind kind = TextKind.NARRATIVE;
        boolean sentences = false;
        try (InputStream in = PlantedText.class.getResourceAsStream("planted.txt")) {
            if (in == null) {
                throw new IOException("The corpus is missing");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("== ")) {
                    person = line.substring(3);
                    kind = TextKind.valueOf(person.substring(person.lastIndexOf(' ') + 1));
                    terms.clear();
                    sentences = false;
                } else if (line.equals("--")) {
                    sentences = true;
                } else if (sentences) {
                    texts.add(of(person, kind, Terms.of(terms.toArray(String[]::new)), line));
                } else if (!line.startsWith("#")) {
                    terms.add(line);
                }
            }
        }
        return texts;
    }

    private static PlantedText of(String person, TextKind kind, IdentityTerms terms, String marked) {
        StringBuilder text = new StringBuilder();
        List<int[]> planted = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '{') {
                start = text.length();
            } else if (c == '}') {
                planted.add(new int[] {start, text.length()});
            } else {
                text.append(c);
            }
        }
        return new PlantedText(person, kind, terms, text.toString(), planted);
    }

    Score score(List<Change> changes) {
        int found = 0;
        for (int[] span : planted) {
            found += isCovered(span, changes) ? 1 : 0;
        }
        int words = 0;
        int kept = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean outside = planted.stream().noneMatch(span -> span[0] < word.end() && word.start() < span[1]);
            if (outside) {
                words++;
                kept += changes.stream().noneMatch(c -> c.start() < word.end() && word.start() < c.end()) ? 1 : 0;
            }
        }
        return new Score(planted.size(), found, words, kept);
    }

    /** Whether no letter or digit of it is left. */
    private boolean isCovered(int[] span, List<Change> changes) {
        for (int i = span[0]; i < span[1]; i++) {
            int at = i;
            if (Character.isLetterOrDigit(text.charAt(i))
                    && changes.stream().noneMatch(c -> c.start() <= at && at < c.end())) {
                return false;
            }
        }
        return true;
    }
}
