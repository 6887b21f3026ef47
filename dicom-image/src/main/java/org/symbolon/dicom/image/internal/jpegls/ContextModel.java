package org.symbolon.dicom.image.internal.jpegls;

import java.util.Arrays;

/**
 * Prediction and context statistics of a scan (T.87 A.3 to A.7), the same for decoder and encoder. A, B, C, N and Nn are
 * the standard's names of the statistics; contexts 365 and 366 are those of run interruption. Not thread-safe.
 */
abstract class ContextModel {
    /** Orders of run lengths (A.7.1.1). */
    static final int[] J = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    static final int LAST_RUN_INDEX = 31;
    private static final int REGULAR_CONTEXTS = 365;
    private static final int MIN_C = -128;
    private static final int MAX_C = 127;

    final int maxValue;
    final int near;
    /** Distance of two quantised errors: 2 NEAR + 1. */
    final int step;

    final int range;
    final int errorBits;
    final int limit;
    /** RUNindex of the component whose line is being coded. */
    int runIndex;

    private final int reset;
    private final int[] a = new int[REGULAR_CONTEXTS + 2];
    private final int[] b = new int[REGULAR_CONTEXTS];
    private final int[] c = new int[REGULAR_CONTEXTS];
    private final int[] n = new int[REGULAR_CONTEXTS + 2];
    private final int[] nn = new int[2];
    private final byte[] quantised;

    ContextModel(CodingParameters parameters) {
        this.maxValue = parameters.maxValue();
        this.near = parameters.near();
        this.step = 2 * near + 1;
        this.range = parameters.range();
        this.errorBits = parameters.errorBits();
        this.limit = parameters.limit();
        this.reset = parameters.reset();
        this.quantised = new byte[2 * maxValue + 1];
        for (int i = 0; i < quantised.length; i++) {
            quantised[i] = quantise(i - maxValue, parameters);
        }
        begin();
    }

    /** The state at the beginning of a scan or restart interval (A.2.1). */
    final void begin() {
        Arrays.fill(a, Math.max(2, (range + 32) / 64));
        Arrays.fill(b, 0);
        Arrays.fill(c, 0);
        Arrays.fill(n, 1);
        Arrays.fill(nn, 0);
        runIndex = 0;
    }

    /** The signed number of the context of three gradients (A.3.3, A.3.4); 0 is run mode. */
    final int context(int ra, int rb, int rc, int rd) {
        return 81 * quantised[rd - rb + maxValue] + 9 * quantised[rb - rc + maxValue] + quantised[rc - ra + maxValue];
    }

    /** The corrected prediction (A.4.1, A.4.2); {@code sign} is 0 or -1. */
    final int predict(int context, int sign, int ra, int rb, int rc) {
        int low = Math.min(ra, rb);
        int high = Math.max(ra, rb);
        int predicted = rc >= high ? low : rc <= low ? high : ra + rb - rc;
        predicted += (c[context] ^ sign) - sign;
        return Math.max(0, Math.min(maxValue, predicted));
    }

    /** The Golomb parameter k (A.5.1). */
    final int golomb(int context) {
        return order(a[context], n[context]);
    }

    /** -1 where errors are mapped the other way round (A.5.2), else 0. */
    final int flip(int context, int k) {
        return near == 0 && k == 0 ? (2 * b[context] + n[context] - 1) >> 31 : 0;
    }

    /** A.6. */
    final void update(int context, int error) {
        int newB = b[context] + error * step;
        int newA = a[context] + Math.abs(error);
        int newN = n[context];
        if (newN == reset) {
            newA >>= 1;
            newB >>= 1;
            newN >>= 1;
        }
        newN++;
        if (newB <= -newN) {
            newB = Math.max(newB + newN, 1 - newN);
            c[context] = Math.max(MIN_C, c[context] - 1);
        } else if (newB > 0) {
            newB = Math.min(newB - newN, 0);
            c[context] = Math.min(MAX_C, c[context] + 1);
        }
        a[context] = newA;
        b[context] = newB;
        n[context] = newN;
    }

    /** k of a run interruption; the type is 1 where the sample above continues the run, else 0 (A.7.2). */
    final int runGolomb(int type) {
        int context = REGULAR_CONTEXTS + type;
        return order(type == 0 ? a[context] : a[context] + (n[context] >> 1), n[context]);
    }

    /** Whether negative errors were the more frequent ones. */
    final boolean runErrorsAreNegative(int type) {
        return 2 * nn[type] >= n[REGULAR_CONTEXTS + type];
    }

    /** A.7.2, code segment A.23. */
    final void updateRun(int type, int error, int mapped) {
        int context = REGULAR_CONTEXTS + type;
        if (error < 0) {
            nn[type]++;
        }
        a[context] += (mapped + 1 - type) >> 1;
        if (n[context] == reset) {
            a[context] >>= 1;
            n[context] >>= 1;
            nn[type] >>= 1;
        }
        n[context]++;
    }

    /** The sample that a prediction and an error give (A.4.4, A.4.5). */
    final int reconstruct(int predicted, int signedError) {
        int value = predicted + signedError * step;
        if (value < -near) {
            value += range * step;
        } else if (value > maxValue + near) {
            value -= range * step;
        }
        return Math.max(0, Math.min(maxValue, value));
    }

    private static int order(int sum, int count) {
        int k = 0;
        while (count << k < sum && k < 16) {
            k++;
        }
        return k;
    }

    private static byte quantise(int gradient, CodingParameters p) {
        int size = Math.abs(gradient);
        int region = size <= p.near() ? 0 : size < p.t1() ? 1 : size < p.t2() ? 2 : size < p.t3() ? 3 : 4;
        return (byte) (gradient < 0 ? -region : region);
    }
}
