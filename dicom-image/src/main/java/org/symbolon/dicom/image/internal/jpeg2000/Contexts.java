package org.symbolon.dicom.image.internal.jpeg2000;

import org.symbolon.dicom.image.internal.jpeg2000.Subband.Orientation;

/**
 * The contexts of tier 1 (T.800 D.3). The neighbourhood of a sample is nine bits, row by row from the upper left; bit 4 is the
 * sample itself.
 */
final class Contexts {
    static final int COUNT = 19;
    static final int REFINE_FIRST_ALONE = 14;
    static final int REFINE_FIRST = 15;
    static final int REFINE_AGAIN = 16;
    static final int RUN = 17;
    static final int UNIFORM = 18;

    static final int NEIGHBOURS = 0x1EF;

    /** The neighbours whose signs count: above, left, right, below. */
    static final int CROSS = 0xAA;

    private static final int FIRST_SIGN = 9;
    private static final byte[] LOW_OR_VERTICAL = new byte[512];
    private static final byte[] HORIZONTAL = new byte[512];
    private static final byte[] DIAGONAL = new byte[512];

    /** By neighbourhood in the bits of CROSS, whose signs stand one bit below: context, and 128 where the sign is flipped. */
    private static final byte[] SIGN = new byte[256];

    static {
        for (int i = 0; i < 512; i++) {
            int horizontal = bit(i, 3) + bit(i, 5);
            int vertical = bit(i, 1) + bit(i, 7);
            int diagonal = bit(i, 0) + bit(i, 2) + bit(i, 6) + bit(i, 8);
            LOW_OR_VERTICAL[i] = (byte) zeroCoding(horizontal, vertical, diagonal);
            HORIZONTAL[i] = (byte) zeroCoding(vertical, horizontal, diagonal);
            DIAGONAL[i] = (byte) zeroCodingDiagonal(horizontal + vertical, diagonal);
        }
        for (int i = 0; i < 256; i++) {
            int horizontal = clamp(signed(i, 3) + signed(i, 5));
            int vertical = clamp(signed(i, 1) + signed(i, 7));
            SIGN[i] = (byte) signContext(horizontal, vertical);
        }
    }

    private Contexts() {}

    /** Table D.1, by neighbourhood. */
    static byte[] zeroCoding(Orientation orientation) {
        return switch (orientation) {
            case LL, LH -> LOW_OR_VERTICAL;
            case HL -> HORIZONTAL;
            case HH -> DIAGONAL;
        };
    }

    /** Tables D.2 and D.3. */
    static byte[] sign() {
        return SIGN;
    }

    private static int bit(int bits, int index) {
        return bits >> index & 1;
    }

    /** A significant neighbour counts by its sign. */
    private static int signed(int bits, int index) {
        return bit(bits, index) * (1 - 2 * bit(bits, index - 1));
    }

    private static int clamp(int sum) {
        return Integer.signum(sum);
    }

    private static int zeroCoding(int along, int across, int diagonal) {
        if (along == 2) {
            return 8;
        }
        if (along == 1) {
            return across >= 1 ? 7 : diagonal >= 1 ? 6 : 5;
        }
        return across == 2 ? 4 : across == 1 ? 3 : Math.min(2, diagonal);
    }

    private static int zeroCodingDiagonal(int straight, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(2, straight);
            case 1 -> 3 + Math.min(2, straight);
            case 2 -> 6 + Math.min(1, straight);
            default -> 8;
        };
    }

    private static int signContext(int horizontal, int vertical) {
        boolean flip = horizontal < 0 || (horizontal == 0 && vertical < 0);
        int h = flip ? -horizontal : horizontal;
        int v = flip ? -vertical : vertical;
        int context = FIRST_SIGN + (h == 0 ? v : 3 + v);
        return flip ? context | 0x80 : context;
    }
}
