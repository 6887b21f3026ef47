package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSetReader.Token;

/** Reads every file that DCMTK reads, and finds the same elements in the same sequences, of the same lengths. */
class DcmdumpIT {
    private static final Pattern LINE = Pattern.compile(
            "^( *)\\(([0-9a-f]{4}),([0-9a-f]{4})\\) (..).*?(?:# +(\\d+|u/l), ?\\d+ .*)?$", Pattern.DOTALL);

    @Test
    void agreesWithDcmdump() throws IOException {
        Programs.assumeRuns("DCMTK", List.of("dcmdump", "--version"));
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Path path : SharedData.files("dicom")) {
            Programs.Result dump = Programs.run(Path.of("."), List.of("dcmdump", "-q", path.toString()));
            if (dump.exitCode() == 0) {
                compare(path, dump.output(), differences);
                compared++;
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(185);
    }

    private static void compare(Path path, String output, List<String> differences) throws IOException {
        List<String> theirs = theirs(output);
        List<String> ours;
        try {
            ours = ours(path);
        } catch (DicomFormatException e) {
            differences.add(path.getFileName() + ": " + e.getMessage());
            return;
        }
        List<String> missing = new ArrayList<>(theirs);
        ours.forEach(missing::remove);
        List<String> added = new ArrayList<>(ours);
        theirs.forEach(added::remove);
        if (!missing.isEmpty() || !added.isEmpty()) {
            differences.add(path.getFileName() + ": dcmdump alone " + missing + ", we alone " + added);
        }
    }

    /** Tag, depth and even length of every element of the data set; lengths of sequences are not compared. */
    private static List<String> theirs(String output) {
        List<String> elements = new ArrayList<>();
        boolean inDataSet = false;
        // A value may hold line feeds: a line that does not begin like one goes on with the value before.
        for (String line : output.split("\n(?=\\s*\\(|#|$)")) {
            inDataSet |= line.startsWith("# Dicom-Data-Set");
            Matcher matcher = LINE.matcher(line);
            if (inDataSet && matcher.matches() && !matcher.group(2).equals("fffe")) {
                boolean nested =
                        matcher.group(4).equals("SQ") || matcher.group(4).equals("pi");
                boolean open = line.contains("PixelSequence") || "u/l".equals(matcher.group(5));
                String length =
                        nested || open || matcher.group(5) == null ? "" : even(Long.parseLong(matcher.group(5)));
                String tag = matcher.group(2) + matcher.group(3);
                elements.add(matcher.group(1).length() / 4 + " " + tag + " " + length);
            }
        }
        return elements;
    }

    private static List<String> ours(Path path) throws IOException {
        List<String> elements = new ArrayList<>();
        List<Set<Integer>> seen = new ArrayList<>();
        seen.add(new HashSet<>());
        try (DataSetReader reader = DicomFile.open(path).reader(ReaderOptions.defaults())) {
            for (Token token = reader.next(); token != null; token = reader.next()) {
                switch (token) {
                    case ITEM_START -> seen.add(new HashSet<>());
                    case ITEM_END -> seen.remove(seen.size() - 1);
                    case ELEMENT, SEQUENCE_START, FRAGMENTS_START -> {
                        // DCMTK ignores an element that comes twice.
                        if (seen.get(seen.size() - 1).add(reader.tag())) {
                            String length = token == Token.ELEMENT ? even(reader.length()) : "";
                            elements.add("%d %08x %s".formatted(reader.depth(), reader.tag(), length));
                        }
                    }
                    default -> {}
                }
            }
        }
        return elements;
    }

    private static String even(long length) {
        return Long.toString(length + length % 2);
    }
}
