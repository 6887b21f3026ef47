package org.symbolon.dicom.image;

import org.symbolon.dicom.image.PixelDescription.Sign;

/**
 * The numbers of a frame, pixel by pixel, the samples of a pixel together: whole numbers in cells of 8, 16 or 32 bits, or
 * floating-point ones of 32 or 64. The arrays given are not copied: treat them as immutable.
 */
public abstract sealed class Samples {
    private final int size;
    private final Sign sign;
    private final int cellBits;

    private Samples(int size, Sign sign, int cellBits) {
        this.size = size;
        this.sign = sign;
        this.cellBits = cellBits;
    }

    public static Samples of(byte[] cells, Sign sign) {
        return new OfBytes(cells, sign);
    }

    public static Samples of(short[] cells, Sign sign) {
        return new OfShorts(cells, sign);
    }

    public static Samples of(int[] cells, Sign sign) {
        return new OfInts(cells, sign);
    }

    public static Samples of(float[] numbers) {
        return new OfFloats(numbers);
    }

    public static Samples of(double[] numbers) {
        return new OfDoubles(numbers);
    }

    public int size() {
        return size;
    }

    public Sign sign() {
        return sign;
    }

    /** 8, 16 or 32; 32 or 64 for floating-point numbers. */
    public int cellBits() {
        return cellBits;
    }

    /**
     * The sample with its sign; unsigned ones of 32 bits are positive too. Of a floating-point number its bits, which tell
     * whether two are the same.
     */
    public abstract long at(int index);

    /** The sample's number. */
    public double value(int index) {
        return at(index);
    }

    private static final class OfBytes extends Samples {
        private final byte[] cells;
        private final int mask;

        OfBytes(byte[] cells, Sign sign) {
            super(cells.length, sign, 8);
            this.cells = cells;
            this.mask = sign == Sign.SIGNED ? -1 : 0xFF;
        }

        @Override
        public long at(int index) {
            return cells[index] & mask;
        }
    }

    private static final class OfShorts extends Samples {
        private final short[] cells;
        private final int mask;

        OfShorts(short[] cells, Sign sign) {
            super(cells.length, sign, 16);
            this.cells = cells;
            this.mask = sign == Sign.SIGNED ? -1 : 0xFFFF;
        }

        @Override
        public long at(int index) {
            return cells[index] & mask;
        }
    }

    private static final class OfInts extends Samples {
        private final int[] cells;
        private final long mask;

        OfInts(int[] cells, Sign sign) {
            super(cells.length, sign, 32);
            this.cells = cells;
            this.mask = sign == Sign.SIGNED ? -1L : 0xFFFFFFFFL;
        }

        @Override
        public long at(int index) {
            return cells[index] & mask;
        }
    }

    private static final class OfFloats extends Samples {
        private final float[] numbers;

        OfFloats(float[] numbers) {
            super(numbers.length, Sign.FLOATING_POINT, 32);
            this.numbers = numbers;
        }

        @Override
        public long at(int index) {
            return Float.floatToRawIntBits(numbers[index]);
        }

        @Override
        public double value(int index) {
            return numbers[index];
        }
    }

    private static final class OfDoubles extends Samples {
        private final double[] numbers;

        OfDoubles(double[] numbers) {
            super(numbers.length, Sign.FLOATING_POINT, 64);
            this.numbers = numbers;
        }

        @Override
        public long at(int index) {
            return Double.doubleToRawLongBits(numbers[index]);
        }

        @Override
        public double value(int index) {
            return numbers[index];
        }
    }
}
