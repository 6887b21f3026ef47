package org.symbolon.dicom.image.internal.jpegls;

/**
 * Parameters of a scan (T.87 C.2.4.1.1) and what follows from them (A.2.1).
 *
 * @param maxValue MAXVAL, the greatest sample
 * @param near how far a decoded sample may be off, 0 for lossless
 * @param t1 first of the three thresholds of gradients
 * @param reset when context counts are halved
 */
record CodingParameters(int maxValue, int near, int t1, int t2, int t3, int reset) {
    private static final int DEFAULT_RESET = 64;
    private static final int MAX_RESET = 4096;

    CodingParameters {
        if (maxValue < 1
                || maxValue > 0xFFFF
                || near < 0
                || near > Math.min(255, maxValue / 2)
                || t1 < near + 1
                || t2 < t1
                || t3 < t2
                || t3 > maxValue
                || reset < 3
                || reset > MAX_RESET) {
            throw JpegLsCodestream.corrupt("Parameters out of their range (C.2.4.1.1)");
        }
    }

    /** The default thresholds (C.2.4.1.1.1). */
    static CodingParameters defaults(int maxValue, int near) {
        return withDefaults(maxValue, near, 0, 0, 0, 0);
    }

    /** Zeroes are replaced by defaults. */
    static CodingParameters withDefaults(int maxValue, int near, int t1, int t2, int t3, int reset) {
        int d1;
        int d2;
        int d3;
        if (maxValue >= 128) {
            int factor = (Math.min(maxValue, 4095) + 128) / 256;
            d1 = factor + 2 + 3 * near;
            d2 = 4 * factor + 3 + 5 * near;
            d3 = 17 * factor + 4 + 7 * near;
        } else {
            int factor = 256 / (maxValue + 1);
            d1 = Math.max(2, 3 / factor + 3 * near);
            d2 = Math.max(3, 7 / factor + 5 * near);
            d3 = Math.max(4, 21 / factor + 7 * near);
        }
        int first = t1 != 0 ? t1 : within(d1, near + 1, maxValue);
        int second = t2 != 0 ? t2 : within(d2, first, maxValue);
        int third = t3 != 0 ? t3 : within(d3, second, maxValue);
        return new CodingParameters(maxValue, near, first, second, third, reset != 0 ? reset : DEFAULT_RESET);
    }

    private static int within(int value, int least, int greatest) {
        return value > greatest || value < least ? least : value;
    }

    /** How many values a quantised prediction error can have. */
    int range() {
        return (maxValue + 2 * near) / (2 * near + 1) + 1;
    }

    /** Bits of a mapped error that is written without Golomb code: qbpp. */
    int errorBits() {
        return bitsFor(range());
    }

    /** The longest code. */
    int limit() {
        int bits = Math.max(2, bitsFor(maxValue + 1));
        return 2 * (bits + Math.max(8, bits));
    }

    private static int bitsFor(int values) {
        return 32 - Integer.numberOfLeadingZeros(values - 1);
    }
}
