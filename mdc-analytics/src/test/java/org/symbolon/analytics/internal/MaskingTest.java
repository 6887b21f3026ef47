package org.symbolon.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskingTest {
    private record Cell(List<String> columns, long count) implements Masking.Cell {}

    private static Cell cell(long count, String... columns) {
        return new Cell(List.of(columns), count);
    }

    @Test
    void hidesWhatIsSmallerAndNothingElseInATableOfOneCell() {
        assertThat(Masking.masked(List.of(cell(4)), 5)).containsExactly(true);
        assertThat(Masking.masked(List.of(cell(5)), 5)).containsExactly(false);
        assertThat(Masking.masked(List.of(cell(1)), 0)).containsExactly(false);
        assertThat(Masking.masked(List.of(), 5)).isEmpty();
    }

    @Test
    void hidesASecondCountBecauseTheTotalWouldGiveTheFirstAway() {
        List<Cell> bySex = List.of(cell(2, "F"), cell(40, "M"), cell(9, "unknown"));
        assertThat(Masking.masked(bySex, 5)).containsExactly(true, false, true);
    }

    @Test
    void hidesAThirdWhereTwoTogetherAreStillSmall() {
        List<Cell> bySex = List.of(cell(1, "F"), cell(40, "M"), cell(2, "unknown"));
        assertThat(Masking.masked(bySex, 5)).containsExactly(true, true, true);
    }

    @Test
    void leavesTablesWithoutSmallCountsAlone() {
        List<Cell> bySex = List.of(cell(5, "F"), cell(40, "M"));
        assertThat(Masking.masked(bySex, 5)).containsExactly(false, false);
    }

    /** The total of every choice of columns, which another analysis could show, never leaves one hidden count as its rest. */
    @Test
    void noHiddenCountIsATotalMinusTheShownOnes() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<Cell> cells = new ArrayList<>();
            for (String year : List.of("2024", "2025", "2026")) {
                for (String sex : List.of("F", "M")) {
                    for (String band : List.of("40-49", "50-59", "60-69")) {
                        if (random.nextInt(4) > 0) {
                            cells.add(cell(1 + random.nextInt(20), year, sex, band));
                        }
                    }
                }
            }
            List<Boolean> masked = Masking.masked(cells, 5);
            for (int choice = 0; choice < 7; choice++) {
                assertProtected(cells, masked, choice);
            }
        }
    }

    private static void assertProtected(List<Cell> cells, List<Boolean> masked, int choice) {
        Map<String, long[]> totals = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            StringBuilder key = new StringBuilder();
            for (int column = 0; column < 3; column++) {
                key.append(
                        (choice & (1 << column)) == 0
                                ? "*"
                                : cells.get(i).columns().get(column));
            }
            long[] total = totals.computeIfAbsent(key.toString(), unused -> new long[3]);
            total[0]++;
            total[1] += masked.get(i) ? 1 : 0;
            total[2] += masked.get(i) ? cells.get(i).count() : 0;
        }
        for (long[] total : totals.values()) {
            boolean nothingHidden = total[1] == 0;
            boolean allHidden = total[1] == total[0];
            assertThat(nothingHidden || allHidden || (total[1] > 1 && total[2] >= 5))
                    .isTrue();
        }
    }
}
