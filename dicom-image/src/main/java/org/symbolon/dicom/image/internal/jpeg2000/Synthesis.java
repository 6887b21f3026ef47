package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.List;

/**
 * The order in which a tile-component's sub-bands are put together (T.800 F.3.2), in place: from the lowest resolution up,
 * first along the rows, then along the columns. What a step does to a line is the wavelet's.
 */
abstract class Synthesis {
    /** Columns that are lifted together, so that a step down stays in the cache. */
    private static final int BATCH = 32;

    private final int stride;

    /** @param stride samples from one row of the buffer to the next */
    Synthesis(int stride) {
        this.stride = stride;
    }

    /** The whole tile-component; sub-bands lie in the buffer as {@link Subband} says. */
    final void run(List<Resolution> resolutions) {
        for (int level = 1; level < resolutions.size(); level++) {
            step(resolutions.get(level - 1).area(), resolutions.get(level).area());
        }
    }

    private void step(Area lower, Area area) {
        int width = area.width();
        int height = area.height();
        reserve(Math.max(width, height * BATCH));
        for (int y = 0; y < height; y++) {
            lift(y * stride, 1, 1, lower.width(), width, area.x0() & 1);
        }
        for (int x = 0; x < width; x += BATCH) {
            lift(x, stride, Math.min(BATCH, width - x), lower.height(), height, area.y0() & 1);
        }
    }

    /** Makes room for so many samples beside the buffer. */
    abstract void reserve(int samples);

    /**
     * Lifts lines side by side.
     *
     * @param distance between the samples of a line
     * @param lines how many lines, which begin at neighbouring samples
     * @param low how many of the length's samples are low-pass
     * @param parity 1 where the first sample is high-pass
     */
    abstract void lift(int from, int distance, int lines, int low, int length, int parity);
}
