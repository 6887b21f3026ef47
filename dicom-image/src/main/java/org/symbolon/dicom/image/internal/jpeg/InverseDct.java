package org.symbolon.dicom.image.internal.jpeg;

/**
 * The inverse 8 x 8 DCT after Loeffler, Ligtenberg and Moschytz (ICASSP 1989) in integers of 13 fraction bits: the accurate
 * integer method that JPEG codecs commonly use, so that results agree with theirs to the bit. Not thread-safe.
 */
final class InverseDct {
    private static final int CONST_BITS = 13;
    private static final long C_0_298631336 = 2446;
    private static final long C_0_390180644 = 3196;
    private static final long C_0_541196100 = 4433;
    private static final long C_0_765366865 = 6270;
    private static final long C_0_899976223 = 7373;
    private static final long C_1_175875602 = 9633;
    private static final long C_1_501321110 = 12299;
    private static final long C_1_847759065 = 15137;
    private static final long C_1_961570560 = 16069;
    private static final long C_2_053119869 = 16819;
    private static final long C_2_562915447 = 20995;
    private static final long C_3_072711026 = 25172;

    private final int passBits;
    private final int center;
    private final int max;
    private final long[] workspace = new long[64];

    InverseDct(int precision) {
        this.passBits = precision == 8 ? 2 : 1;
        this.center = 1 << (precision - 1);
        this.max = (1 << precision) - 1;
    }

    /** Dequantised coefficients in natural order to 8 x 8 samples of a plane. */
    void transform(int[] coefficients, short[] plane, int corner, int stride) {
        for (int i = 0; i < 64; i++) {
            workspace[i] = coefficients[i];
        }
        for (int column = 0; column < 8; column++) {
            pass(column, 8, CONST_BITS - passBits);
        }
        for (int row = 0; row < 8; row++) {
            pass(8 * row, 1, CONST_BITS + passBits + 3);
        }
        for (int i = 0; i < 64; i++) {
            long value = workspace[i] + center;
            plane[corner + i / 8 * stride + i % 8] = (short) Math.max(0, Math.min(max, value));
        }
    }

    private void pass(int start, int step, int shift) {
        long[] w = workspace;
        long z2 = w[start + 2 * step];
        long z3 = w[start + 6 * step];
        long z1 = (z2 + z3) * C_0_541196100;
        long t2 = z1 - z3 * C_1_847759065;
        long t3 = z1 + z2 * C_0_765366865;
        long t0 = (w[start] + w[start + 4 * step]) << CONST_BITS;
        long t1 = (w[start] - w[start + 4 * step]) << CONST_BITS;
        long e0 = t0 + t3;
        long e3 = t0 - t3;
        long e1 = t1 + t2;
        long e2 = t1 - t2;

        long o0 = w[start + 7 * step];
        long o1 = w[start + 5 * step];
        long o2 = w[start + 3 * step];
        long o3 = w[start + step];
        long z5 = (o0 + o2 + o1 + o3) * C_1_175875602;
        long y1 = -(o0 + o3) * C_0_899976223;
        long y2 = -(o1 + o2) * C_2_562915447;
        long y3 = -(o0 + o2) * C_1_961570560 + z5;
        long y4 = -(o1 + o3) * C_0_390180644 + z5;
        o0 = o0 * C_0_298631336 + y1 + y3;
        o1 = o1 * C_2_053119869 + y2 + y4;
        o2 = o2 * C_3_072711026 + y2 + y3;
        o3 = o3 * C_1_501321110 + y1 + y4;

        w[start] = descale(e0 + o3, shift);
        w[start + 7 * step] = descale(e0 - o3, shift);
        w[start + step] = descale(e1 + o2, shift);
        w[start + 6 * step] = descale(e1 - o2, shift);
        w[start + 2 * step] = descale(e2 + o1, shift);
        w[start + 5 * step] = descale(e2 - o1, shift);
        w[start + 3 * step] = descale(e3 + o0, shift);
        w[start + 4 * step] = descale(e3 - o0, shift);
    }

    private static long descale(long value, int shift) {
        return (value + (1L << (shift - 1))) >> shift;
    }
}
