package org.symbolon.dicomtools.network;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;

/**
 * Matches as a table for a person. Its columns are as wide as the first matches need; what is longer later shifts its line.
 * Control characters are shown as dots, so that no value speaks to the terminal.
 */
final class MatchTable {
    private static final int ROWS_TO_MEASURE = 100;
    private static final int MAX_WIDTH = 64;

    private final PrintWriter out;
    private final List<QueryKey> columns;
    private final List<List<String>> first = new ArrayList<>();
    private List<Integer> widths = List.of();

    MatchTable(PrintWriter out, List<QueryKey> columns) {
        this.out = out;
        this.columns = columns;
    }

    void add(DataSet match) {
        List<String> row = columns.stream().map(key -> cell(match, key.path())).toList();
        if (!widths.isEmpty()) {
            print(row);
            return;
        }
        first.add(row);
        if (first.size() >= ROWS_TO_MEASURE) {
            begin();
        }
    }

    /** Prints what is still held back. */
    void end() {
        if (widths.isEmpty() && !first.isEmpty()) {
            begin();
        }
        out.flush();
    }

    private void begin() {
        List<String> heads = columns.stream().map(MatchTable::head).toList();
        List<Integer> measured = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            int widest = first.stream()
                    .mapToInt(row -> row.get(column).length())
                    .reduce(heads.get(column).length(), Math::max);
            measured.add(Math.min(MAX_WIDTH, widest));
        }
        widths = List.copyOf(measured);
        print(heads);
        first.forEach(this::print);
        first.clear();
    }

    private void print(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(cell);
            if (i < row.size() - 1) {
                line.append(" ".repeat(Math.max(0, widths.get(i) - cell.length()) + 2));
            }
        }
        out.println(line);
    }

    private static String head(QueryKey key) {
        String keyword = Dictionary.standard().keyword(key.tag());
        return keyword.isEmpty() ? Tag.format(key.tag()) : keyword;
    }

    private static String cell(DataSet match, List<Integer> path) {
        DataSet holder = match;
        for (int sequence : path.subList(0, path.size() - 1)) {
            List<DataSet> items = holder.sequence(sequence);
            if (items.isEmpty()) {
                return "";
            }
            holder = items.get(0);
        }
        int tag = path.get(path.size() - 1);
        return String.join("\\", holder.strings(tag)).replaceAll("\\p{Cntrl}", ".");
    }
}
