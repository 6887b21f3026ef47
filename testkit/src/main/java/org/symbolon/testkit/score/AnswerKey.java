package org.symbolon.testkit.score;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the planted corpus holds and what must become of it. As a file it is UTF-8, one tab-separated line each: {@code object} lines with the
 * components of {@link ExamObject}, then {@code check} lines with those of {@link Check}; tabs, line ends and backslashes in texts are escaped as in Java.
 */
public record AnswerKey(List<ExamObject> objects, List<Check> checks) {
    private static final String HEADER = "# Symbolon answer key 1";
    private static final String OBJECT = "object";
    private static final String CHECK = "check";

    public AnswerKey {
        objects = List.copyOf(objects);
        checks = List.copyOf(checks);
    }

    /** How many different texts are planted that must go. */
    public long plantedValues() {
        return checks.stream()
                .filter(check -> check.action() == ScoreAction.TEXT_REMOVED)
                .map(Check::text)
                .distinct()
                .count();
    }

    /** Replaces the file. */
    public void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (ExamObject object : objects) {
                line(
                        out,
                        OBJECT,
                        object.name(),
                        object.kind(),
                        object.sopInstanceUid(),
                        object.patientId(),
                        object.charset(),
                        object.quarantine().name());
            }
            for (Check check : checks) {
                line(out, CHECK, check.object(), check.place(), check.action().name(), check.text(), check.when());
            }
        }
    }

    /** @throws IOException if the file cannot be read, or is no answer key */
    public static AnswerKey read(Path file) throws IOException {
        List<ExamObject> objects = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int number = 0; number < lines.size(); number++) {
            String[] cells = lines.get(number).split("\t", -1);
            boolean first = number == 0 && lines.get(0).equals(HEADER);
            if (cells[0].equals(OBJECT) && cells.length == 7) {
                objects.add(new ExamObject(
                        plain(cells[1]),
                        plain(cells[2]),
                        plain(cells[3]),
                        plain(cells[4]),
                        plain(cells[5]),
                        ExamObject.Quarantine.valueOf(cells[6])));
            } else if (cells[0].equals(CHECK) && cells.length == 6) {
                checks.add(new Check(
                        plain(cells[1]),
                        plain(cells[2]),
                        ScoreAction.valueOf(cells[3]),
                        plain(cells[4]),
                        plain(cells[5])));
            } else if (!first) {
                throw new IOException(file + ": line " + (number + 1) + " is no line of an answer key");
            }
        }
        return new AnswerKey(objects, checks);
    }

    private static void line(BufferedWriter out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write((i == 0 ? "" : "\t") + escaped(cells[i]));
        }
        out.write("\n");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String cell) {
        return cell.translateEscapes();
    }
}
