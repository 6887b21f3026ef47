package org.symbolon.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningStatisticsTest {
    @Test
    void knowsItsPercentiles() {
        assertThat(percentiles(1, 2, 3, 4)).containsExactly(new double[] {1.15, 1.75, 2.5, 3.25, 3.85}, within(1e-12));
        assertThat(percentiles(7)).containsExactly(7, 7, 7, 7, 7);
    }

    @Test
    void equalValuesMayComeAtOnceOrOneByOne() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            double[] values = random.doubles(1 + random.nextInt(50), 0, 10)
                    .map(value -> Math.floor(value) / 10)
                    .sorted()
                    .toArray();
            RunningStatistics single = new RunningStatistics(values.length);
            RunningStatistics together = new RunningStatistics(values.length);
            for (int i = 0; i < values.length; ) {
                int end = i;
                while (end < values.length && values[end] == values[i]) {
                    single.add(values[end++], 1);
                }
                together.add(values[i], end - i);
                i = end;
            }
            assertThat(together.mean()).isEqualTo(single.mean());
            assertThat(together.percentiles()).isEqualTo(single.percentiles());
        }
    }

    private static double[] percentiles(double... values) {
        RunningStatistics statistics = new RunningStatistics(values.length);
        Arrays.stream(values).forEach(value -> statistics.add(value, 1));
        return statistics.percentiles();
    }
}
