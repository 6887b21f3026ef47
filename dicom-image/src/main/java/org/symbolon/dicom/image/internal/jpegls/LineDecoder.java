package org.symbolon.dicom.image.internal.jpegls;

import java.util.Arrays;

/**
 * Decodes lines of a scan. A line stands in an array of two more cells: the sample left of it first, its last sample
 * repeated behind it (T.87 A.2.1).
 */
final class LineDecoder extends ContextModel {
    private final LsBitReader bits;

    LineDecoder(CodingParameters parameters, LsBitReader bits) {
        super(parameters);
        this.bits = bits;
    }

    void decode(int[] above, int[] line) {
        int width = line.length - 2;
        int column = 1;
        while (column <= width) {
            int ra = line[column - 1];
            int rb = above[column];
            int rc = above[column - 1];
            int context = context(ra, rb, rc, above[column + 1]);
            if (context != 0) {
                line[column++] = regular(context, ra, rb, rc);
                continue;
            }
            int end = column + runLength(width + 1 - column);
            Arrays.fill(line, column, end, ra);
            column = end;
            if (column <= width) {
                line[column] = interruption(ra, above[column]);
                runIndex = Math.max(0, runIndex - 1);
                column++;
            }
        }
    }

    /** Lines of all components at once, interleaved by sample. */
    void decode(int[][] above, int[][] lines) {
        int width = lines[0].length - 2;
        int column = 1;
        while (column <= width) {
            boolean run = true;
            for (int i = 0; i < lines.length && run; i++) {
                run = contextAt(above[i], lines[i], column) == 0;
            }
            if (!run) {
                for (int i = 0; i < lines.length; i++) {
                    int context = contextAt(above[i], lines[i], column);
                    lines[i][column] = regular(context, lines[i][column - 1], above[i][column], above[i][column - 1]);
                }
                column++;
                continue;
            }
            int end = column + runLength(width + 1 - column);
            for (int[] line : lines) {
                Arrays.fill(line, column, end, line[column - 1]);
            }
            column = end;
            if (column <= width) {
                for (int i = 0; i < lines.length; i++) {
                    lines[i][column] = interruption(0, lines[i][column - 1], above[i][column]);
                }
                runIndex = Math.max(0, runIndex - 1);
                column++;
            }
        }
    }

    private int contextAt(int[] above, int[] line, int column) {
        return context(line[column - 1], above[column], above[column - 1], above[column + 1]);
    }

    private int regular(int signedContext, int ra, int rb, int rc) {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int predicted = predict(context, sign, ra, rb, rc);
        int k = golomb(context);
        int mapped = bits.golomb(k, limit, errorBits);
        int error = ((mapped >>> 1) ^ -(mapped & 1)) ^ flip(context, k);
        update(context, error);
        return reconstruct(predicted, (error ^ sign) - sign);
    }

    /** How many samples repeat the one to the left (A.7.1.2). */
    private int runLength(int left) {
        int length = 0;
        while (bits.take(1) == 1) {
            int segment = 1 << J[runIndex];
            if (segment <= left - length) {
                length += segment;
                runIndex = Math.min(LAST_RUN_INDEX, runIndex + 1);
            } else {
                length = left;
            }
            if (length == left) {
                return left;
            }
        }
        length += bits.take(J[runIndex]);
        if (length > left) {
            throw JpegLsCodestream.corrupt("A run longer than its line (A.7.1)");
        }
        return length;
    }

    private int interruption(int ra, int rb) {
        return interruption(Math.abs(ra - rb) <= near ? 1 : 0, ra, rb);
    }

    private int interruption(int type, int ra, int rb) {
        int k = runGolomb(type);
        int mapped = bits.golomb(k, limit - J[runIndex] - 1, errorBits);
        int twice = mapped + type;
        int map = twice & 1;
        int size = (twice + map) >> 1;
        int error = (k != 0 || runErrorsAreNegative(type)) == (map == 1) ? -size : size;
        updateRun(type, error, mapped);
        return type == 1 ? reconstruct(ra, error) : reconstruct(rb, ra > rb ? -error : error);
    }
}
