package org.symbolon.dicom.image.internal.jpeg2000;

import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.Samples;
import org.symbolon.dicom.image.internal.jpeg2000.ImageGrid.ComponentSize;
import org.symbolon.dicom.image.internal.jpeg2000.ImageGrid.SampleSign;

/**
 * The samples of a frame, pixel by pixel, as tiles fill them: shifted and clipped as their component says (T.800 G.1.2), of
 * subsampled components repeated.
 */
final class FrameSamples {
    private final ImageGrid grid;
    private final Sign sign;
    private final int storedBits;
    private final int columns;
    private final int step;
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;

    /**
     * @param sign of the samples in DICOM, which may differ from the codestream's
     * @param storedBits of the samples in DICOM
     */
    FrameSamples(ImageGrid grid, Sign sign, int storedBits) {
        this.grid = grid;
        this.sign = sign;
        this.storedBits = storedBits;
        this.columns = grid.image().width();
        this.step = grid.components().size();
        int size = Math.multiplyExact(Math.multiplyExact(columns, grid.image().height()), step);
        int precision = grid.maxPrecision();
        bytes = new byte[precision <= 8 ? size : 0];
        shorts = new short[precision > 8 && precision <= 16 ? size : 0];
        ints = new int[precision > 16 ? size : 0];
    }

    Samples samples() {
        return bytes.length > 0
                ? Samples.of(bytes, sign)
                : shorts.length > 0 ? Samples.of(shorts, sign) : Samples.of(ints, sign);
    }

    /** A row of a tile-component, by the component's coordinates; the row's values are changed. */
    void put(int component, int x0, int y, int[] row) {
        ComponentSize size = grid.components().get(component);
        int shift = size.sign() == SampleSign.UNSIGNED ? 1 << (size.precision() - 1) : 0;
        int max = (int) ((1L << (size.precision() - 1)) - 1) + shift;
        int min = shift == 0 ? -max - 1 : 0;
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.max(min, Math.min(max, row[i] + shift));
        }
        signAsSaid(size, row);
        if (size.separationX() == 1 && size.separationY() == 1) {
            Area image = grid.image();
            putRow(((y - image.y0()) * columns + x0 - image.x0()) * step + component, row);
        } else {
            repeat(component, size, x0, y, row);
        }
    }

    /** Writers store the bits of signed numbers as unsigned ones and the other way round. */
    private void signAsSaid(ComponentSize size, int[] row) {
        boolean signed = size.sign() == SampleSign.SIGNED;
        if (signed == (sign == Sign.SIGNED)) {
            return;
        }
        int bits = signed ? Math.max(size.precision(), storedBits) : Math.min(size.precision(), storedBits);
        int unused = 32 - bits;
        for (int i = 0; i < row.length; i++) {
            row[i] = signed ? row[i] << unused >>> unused : row[i] << unused >> unused;
        }
    }

    private void putRow(int at, int[] row) {
        int to = at;
        if (shorts.length > 0) {
            for (int value : row) {
                shorts[to] = (short) value;
                to += step;
            }
        } else if (bytes.length > 0) {
            for (int value : row) {
                bytes[to] = (byte) value;
                to += step;
            }
        } else {
            for (int value : row) {
                ints[to] = value;
                to += step;
            }
        }
    }

    /** A sample stands for the grid's points from its own up to the next one's; the first also for those before it. */
    private void repeat(int component, ComponentSize size, int x0, int y, int[] row) {
        Area image = grid.image();
        Area whole = image.dividedBy(size.separationX(), size.separationY());
        int left = left(x0, whole.x0(), size.separationX(), image.x0());
        int right = Math.min(columns, clip((long) (x0 + row.length) * size.separationX() - image.x0()));
        int top = left(y, whole.y0(), size.separationY(), image.y0());
        int bottom = Math.min(image.height(), clip((long) (y + 1) * size.separationY() - image.y0()));
        int[] wide = new int[Math.max(0, right - left)];
        for (int x = 0; x < wide.length; x++) {
            int index = (x + left + image.x0()) / size.separationX() - x0;
            wide[x] = row[Math.max(0, Math.min(row.length - 1, index))];
        }
        for (int line = top; line < bottom && wide.length > 0; line++) {
            putRow((line * columns + left) * step + component, wide);
        }
    }

    private static int left(int sample, int first, int separation, int origin) {
        return sample == first ? 0 : clip((long) sample * separation - origin);
    }

    private static int clip(long value) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, value));
    }
}
