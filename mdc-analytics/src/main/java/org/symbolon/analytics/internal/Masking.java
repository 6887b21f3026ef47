package org.symbolon.analytics.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Hides small counts of a table, and as many others as it takes that no hidden one is the difference between a total and the
 * counts that are shown: the total of a diagnosis, of a year, of a sex, which another analysis of the same documents shows. In
 * each such total either nothing is hidden, or at least two counts are, which together are not small either.
 */
public final class Masking {
    private Masking() {}

    /** A count of a table with the values of its columns. */
    public interface Cell {
        List<String> columns();

        long count();
    }

    /**
     * Which cells are hidden.
     *
     * @param cells of one table; each column a way to part the same visits
     * @param below counts below this are hidden; 0 hides none
     */
    public static <C extends Cell> List<Boolean> masked(List<C> cells, long below) {
        boolean[] masked = new boolean[cells.size()];
        for (int i = 0; i < masked.length; i++) {
            masked[i] = cells.get(i).count() < below;
        }
        List<Collection<List<Integer>>> totals = totals(cells);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Collection<List<Integer>> each : totals) {
                for (List<Integer> summands : each) {
                    changed |= protect(summands, cells, masked, below);
                }
            }
        }
        List<Boolean> result = new ArrayList<>();
        for (boolean each : masked) {
            result.add(each);
        }
        return result;
    }

    /** For every choice of columns, the whole table's included, the summands of each total. */
    private static <C extends Cell> List<Collection<List<Integer>>> totals(List<C> cells) {
        int columns = cells.isEmpty() ? 0 : cells.get(0).columns().size();
        List<Collection<List<Integer>>> totals = new ArrayList<>();
        for (int choice = 0; choice < (1 << columns) - 1; choice++) {
            Map<String, List<Integer>> groups = new TreeMap<>();
            for (int i = 0; i < cells.size(); i++) {
                List<String> kept = new ArrayList<>();
                for (int column = 0; column < columns; column++) {
                    kept.add(
                            (choice & (1 << column)) == 0
                                    ? ""
                                    : cells.get(i).columns().get(column));
                }
                groups.computeIfAbsent(Cells.join(kept), unused -> new ArrayList<>())
                        .add(i);
            }
            totals.add(groups.values());
        }
        return totals;
    }

    private static <C extends Cell> boolean protect(
            List<Integer> summands, List<C> cells, boolean[] masked, long below) {
        List<Integer> hidden = summands.stream().filter(i -> masked[i]).collect(Collectors.toList());
        long sum = hidden.stream().mapToLong(i -> cells.get(i).count()).sum();
        List<Integer> shown = summands.stream()
                .filter(i -> !masked[i])
                .sorted(Comparator.comparingLong((Integer i) -> cells.get(i).count()))
                .toList();
        boolean changed = false;
        for (int next : shown) {
            if (hidden.isEmpty() || (hidden.size() > 1 && sum >= below)) {
                break;
            }
            masked[next] = true;
            hidden.add(next);
            sum += cells.get(next).count();
            changed = true;
        }
        return changed;
    }
}
