package org.symbolon.dicom.image.internal.jpeg2000;

/** A rectangle on one of the grids of T.800 annex B; x1 and y1 lie outside. */
record Area(int x0, int y0, int x1, int y1) {
    static Area of(long x0, long y0, long x1, long y1) {
        return new Area(Math.toIntExact(x0), Math.toIntExact(y0), Math.toIntExact(x1), Math.toIntExact(y1));
    }

    int width() {
        return Math.max(0, x1 - x0);
    }

    int height() {
        return Math.max(0, y1 - y0);
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    /** Every coordinate divided and rounded up, as T.800 B-12 has it. */
    Area dividedBy(int horizontal, int vertical) {
        return of(
                ceilDivide(x0, horizontal),
                ceilDivide(y0, vertical),
                ceilDivide(x1, horizontal),
                ceilDivide(y1, vertical));
    }

    /** The area of a sub-band (T.800 B-15); offsets are 1 where the band is high-pass. */
    Area band(int decompositions, int horizontalOffset, int verticalOffset) {
        if (decompositions == 0) {
            return this;
        }
        long shiftX = (long) horizontalOffset << (decompositions - 1);
        long shiftY = (long) verticalOffset << (decompositions - 1);
        return of(
                ceilShift(x0 - shiftX, decompositions),
                ceilShift(y0 - shiftY, decompositions),
                ceilShift(x1 - shiftX, decompositions),
                ceilShift(y1 - shiftY, decompositions));
    }

    static long ceilDivide(long value, long divisor) {
        return (value + divisor - 1) / divisor;
    }

    static long ceilShift(long value, int shift) {
        return (value + (1L << shift) - 1) >> shift;
    }
}
