package org.symbolon.dicom.net;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of {@code docs/interop.md}: each cell says whether a service worked between us and a peer. */
final class InteropMatrix {
    private static final String YES = "yes";
    private static final String NO = "**no**";

    private final Map<String, Map<String, Map<String, String>>> tables = new LinkedHashMap<>();
    private final StringWriter failures = new StringWriter();

    /** Something that works, or throws. */
    @FunctionalInterface
    interface Check {
        void run() throws Exception;
    }

    void check(String table, String row, String column, Check check) {
        String cell = YES;
        try {
            check.run();
        } catch (Exception | AssertionError e) {
            cell = NO;
            failures.append(table + " / " + row + " / " + column + ": ");
            e.printStackTrace(new PrintWriter(failures, true));
        }
        put(table, row, column, cell);
    }

    void put(String table, String row, String column, String cell) {
        tables.computeIfAbsent(table, t -> new LinkedHashMap<>())
                .computeIfAbsent(row, r -> new LinkedHashMap<>())
                .put(column, cell);
    }

    String failures() {
        return failures.toString();
    }

    /** Markdown. */
    String text() {
        StringBuilder text = new StringBuilder();
        tables.forEach((title, rows) -> {
            Set<String> columns = new LinkedHashSet<>();
            rows.values().forEach(cells -> columns.addAll(cells.keySet()));
            text.append("\n## ").append(title).append("\n\n| |");
            columns.forEach(column -> text.append(' ').append(column).append(" |"));
            text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
            rows.forEach((row, cells) -> {
                text.append("| ").append(row).append(" |");
                columns.forEach(column ->
                        text.append(' ').append(cells.getOrDefault(column, "-")).append(" |"));
                text.append('\n');
            });
        });
        return text.toString();
    }

    /** The table lines of a page. */
    static List<String> tableLines(Path page) throws IOException {
        return Files.exists(page)
                ? Files.readString(page, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("|"))
                        .toList()
                : List.of();
    }
}
