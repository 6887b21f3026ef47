package org.symbolon.dicom.image.internal.jpegls;

/**
 * Encodes lines of a scan; lines are arrays as {@link LineDecoder} has them. Near-lossless coding replaces the samples by
 * what a decoder will see.
 */
final class LineEncoder extends ContextModel {
    private final LsBitWriter bits;

    LineEncoder(CodingParameters parameters, LsBitWriter bits) {
        super(parameters);
        this.bits = bits;
    }

    void encode(int[] above, int[] line) {
        int width = line.length - 2;
        int column = 1;
        while (column <= width) {
            int ra = line[column - 1];
            int rb = above[column];
            int rc = above[column - 1];
            int context = context(ra, rb, rc, above[column + 1]);
            if (context != 0) {
                line[column] = regular(context, line[column], ra, rb, rc);
                column++;
                continue;
            }
            int end = column;
            while (end <= width && Math.abs(line[end] - ra) <= near) {
                line[end++] = ra;
            }
            putRun(end - column, end > width);
            column = end;
            if (column <= width) {
                line[column] = interruption(line[column], ra, above[column]);
                runIndex = Math.max(0, runIndex - 1);
                column++;
            }
        }
    }

    private int regular(int signedContext, int sample, int ra, int rb, int rc) {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int predicted = predict(context, sign, ra, rb, rc);
        int error = reduced(((sample - predicted) ^ sign) - sign);
        int k = golomb(context);
        int written = error ^ flip(context, k);
        bits.golomb((written << 1) ^ (written >> 31), k, limit, errorBits);
        update(context, error);
        return near == 0 ? sample : reconstruct(predicted, (error ^ sign) - sign);
    }

    private int interruption(int sample, int ra, int rb) {
        int type = Math.abs(ra - rb) <= near ? 1 : 0;
        int predicted = type == 1 ? ra : rb;
        boolean negated = type == 0 && ra > rb;
        int error = reduced(negated ? predicted - sample : sample - predicted);
        int k = runGolomb(type);
        boolean negativeFirst = k != 0 || runErrorsAreNegative(type);
        int map = (negativeFirst ? error < 0 : error > 0) ? 1 : 0;
        int mapped = 2 * Math.abs(error) - type - map;
        bits.golomb(mapped, k, limit - J[runIndex] - 1, errorBits);
        updateRun(type, error, mapped);
        return near == 0 ? sample : reconstruct(predicted, negated ? -error : error);
    }

    /** A.7.1.2. */
    private void putRun(int length, boolean toEnd) {
        int left = length;
        while (left >= 1 << J[runIndex]) {
            bits.put(1, 1);
            left -= 1 << J[runIndex];
            runIndex = Math.min(LAST_RUN_INDEX, runIndex + 1);
        }
        if (!toEnd) {
            bits.put(0, 1);
            bits.put(left, J[runIndex]);
        } else if (left > 0) {
            bits.put(1, 1);
        }
    }

    /** Quantised (A.4.4) and brought into the range (A.4.5). */
    private int reduced(int error) {
        int quantised = near == 0 ? error : error > 0 ? (error + near) / step : -((near - error) / step);
        if (quantised < 0) {
            quantised += range;
        }
        return quantised >= (range + 1) / 2 ? quantised - range : quantised;
    }
}
