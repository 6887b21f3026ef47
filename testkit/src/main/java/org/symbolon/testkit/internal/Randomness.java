package org.symbolon.testkit.internal;

import java.util.List;

/**
 * A small seeded generator (SplitMix64) whose numbers are the same on every machine and JDK, which neither
 * {@code Math.log} nor the JDK's Gaussian methods promise. Not thread-safe, not for secrets.
 */
public final class Randomness {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int GAUSSIAN_TABLE_BITS = 12;
    private static final float[] GAUSSIAN = gaussianTable();

    private long state;

    public Randomness(long seed) {
        this.state = seed;
    }

    /** A generator of its own for the part with these numbers, independent of how much this one was used. */
    public static Randomness of(long seed, long... path) {
        long mixed = mix(seed + GOLDEN);
        for (long step : path) {
            mixed = mix(mixed * 31 + mix(step + GOLDEN));
        }
        return new Randomness(mixed);
    }

    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to bound - 1; the tiny bias of the multiplication does not matter here. */
    public int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** From low to high, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** From 0 to below 1. */
    public double unit() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** From low to below high. */
    public double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** Mean 0, standard deviation 1, from a table of 4,096 quantiles. */
    public float gaussian() {
        return GAUSSIAN[(int) (nextLong() >>> (64 - GAUSSIAN_TABLE_BITS))];
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** So many decimal digits, the first not zero. */
    public String digits(int count) {
        StringBuilder text = new StringBuilder(count);
        text.append((char) ('1' + below(9)));
        while (text.length() < count) {
            text.append((char) ('0' + below(10)));
        }
        return text.toString();
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static float[] gaussianTable() {
        int size = 1 << GAUSSIAN_TABLE_BITS;
        float[] table = new float[size];
        for (int i = 0; i < size; i++) {
            table[i] = (float) quantile((i + 0.5) / size);
        }
        return table;
    }

    /** Rational approximation of the normal quantile (Abramowitz and Stegun 26.2.23), good to 0.00045. */
    private static double quantile(double probability) {
        double tail = Math.min(probability, 1 - probability);
        double t = StrictMath.sqrt(-2 * StrictMath.log(tail));
        double z =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return probability < 0.5 ? -z : z;
    }
}
