package org.symbolon.analytics.internal;

/**
 * Mean and percentiles of values that arrive in ascending order and whose number is known. A percentile between two values is
 * interpolated linearly (type 7 of Hyndman and Fan, as spreadsheets, R and NumPy do by default). Not thread-safe.
 */
final class RunningStatistics {
    /** In percent. */
    private static final int[] PERCENTILES = {5, 25, 50, 75, 95};

    private static final double HUNDRED = 100;

    private final long count;
    private final double[] lower = new double[PERCENTILES.length];
    private final double[] upper = new double[PERCENTILES.length];
    private long seen;
    private double sum;
    private double pendingValue;
    private long pendingTimes;

    RunningStatistics(long count) {
        this.count = count;
    }

    /**
     * The value stands there so many times. How often it is given makes no difference to the last digit of the sum: equal ones are
     * added at once.
     */
    void add(double value, long times) {
        if (Double.compare(value, pendingValue) != 0) {
            flush();
        }
        pendingValue = value;
        pendingTimes += times;
        for (int i = 0; i < PERCENTILES.length; i++) {
            long rank = (long) Math.floor(position(i));
            if (rank >= seen && rank < seen + times) {
                lower[i] = value;
            }
            long next = Math.min(rank + 1, count - 1);
            if (next >= seen && next < seen + times) {
                upper[i] = value;
            }
        }
        seen += times;
    }

    private void flush() {
        sum += pendingValue * pendingTimes;
        pendingTimes = 0;
    }

    private double position(int percentile) {
        return (count - 1) * PERCENTILES[percentile] / HUNDRED;
    }

    /** Of at least one value. */
    double mean() {
        flush();
        return sum / seen;
    }

    double[] percentiles() {
        double[] values = new double[PERCENTILES.length];
        for (int i = 0; i < values.length; i++) {
            double fraction = position(i) - Math.floor(position(i));
            values[i] = lower[i] + fraction * (upper[i] - lower[i]);
        }
        return values;
    }
}
