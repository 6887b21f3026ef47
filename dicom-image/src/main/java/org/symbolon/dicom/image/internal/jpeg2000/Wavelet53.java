package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.List;

/** The reversible 5-3 synthesis (T.800 F.3), in place: each step interleaves four sub-bands and lifts them. */
final class Wavelet53 {
    /** Columns that are lifted together, so that a step down stays in the cache. */
    private static final int BATCH = 32;

    private final int[] samples;
    private final int stride;
    private int[] line = new int[0];

    private Wavelet53(int[] samples, int stride) {
        this.samples = samples;
        this.stride = stride;
    }

    /** The whole tile-component; sub-bands lie in the buffer as {@link Subband} says. */
    static void synthesise(int[] samples, int stride, List<Resolution> resolutions) {
        Wavelet53 wavelet = new Wavelet53(samples, stride);
        for (int level = 1; level < resolutions.size(); level++) {
            wavelet.step(
                    resolutions.get(level - 1).area(), resolutions.get(level).area());
        }
    }

    private void step(Area lower, Area area) {
        int width = area.width();
        int height = area.height();
        int needed = Math.max(width, height * BATCH);
        if (line.length < needed) {
            line = new int[needed];
        }
        for (int y = 0; y < height; y++) {
            lift(y * stride, 1, 1, lower.width(), width, area.x0() & 1);
        }
        for (int x = 0; x < width; x += BATCH) {
            lift(x, stride, Math.min(BATCH, width - x), lower.height(), height, area.y0() & 1);
        }
    }

    /**
     * Lifts lines side by side.
     *
     * @param distance between the samples of a line
     * @param lines how many lines, which begin at neighbouring samples
     * @param low how many of the length's samples are low-pass
     * @param parity 1 where the first sample is high-pass
     */
    private void lift(int from, int distance, int lines, int low, int length, int parity) {
        if (length == 1) {
            if (parity == 1) {
                for (int i = 0; i < lines; i++) {
                    samples[from + i] /= 2;
                }
            }
            return;
        }
        for (int i = 0; i < length; i++) {
            int target = i < low ? 2 * i + parity : 2 * (i - low) + 1 - parity;
            System.arraycopy(samples, from + i * distance, line, target * lines, lines);
        }
        for (int i = parity; i < length; i += 2) {
            int before = (i == 0 ? 1 : i - 1) * lines;
            int after = (i == length - 1 ? length - 2 : i + 1) * lines;
            for (int j = 0, at = i * lines; j < lines; j++, at++) {
                line[at] -= (line[before + j] + line[after + j] + 2) >> 2;
            }
        }
        for (int i = 1 - parity; i < length; i += 2) {
            int before = (i == 0 ? 1 : i - 1) * lines;
            int after = (i == length - 1 ? length - 2 : i + 1) * lines;
            for (int j = 0, at = i * lines; j < lines; j++, at++) {
                line[at] += (line[before + j] + line[after + j]) >> 1;
            }
        }
        for (int i = 0; i < length; i++) {
            System.arraycopy(line, i * lines, samples, from + i * distance, lines);
        }
    }
}
