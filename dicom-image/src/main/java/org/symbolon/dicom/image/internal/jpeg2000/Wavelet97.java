package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.List;

/** The irreversible 9-7 synthesis (T.800 F.3.8.2), in place as {@link Wavelet53}. */
final class Wavelet97 {
    private static final int BATCH = 32;

    /** Table F.4, to the precision of a float. */
    private static final float ALPHA = -1.5861343f;

    private static final float BETA = -0.052980117f;
    private static final float GAMMA = 0.8829111f;
    private static final float DELTA = 0.44350687f;
    private static final float K = 1.2301741f;

    private final float[] samples;
    private final int stride;
    private float[] line = new float[0];

    private Wavelet97(float[] samples, int stride) {
        this.samples = samples;
        this.stride = stride;
    }

    static void synthesise(float[] samples, int stride, List<Resolution> resolutions) {
        Wavelet97 wavelet = new Wavelet97(samples, stride);
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
            line = new float[needed];
        }
        for (int y = 0; y < height; y++) {
            lift(y * stride, 1, 1, lower.width(), width, area.x0() & 1);
        }
        for (int x = 0; x < width; x += BATCH) {
            lift(x, stride, Math.min(BATCH, width - x), lower.height(), height, area.y0() & 1);
        }
    }

    private void lift(int from, int distance, int lines, int low, int length, int parity) {
        if (length == 1) {
            if (parity == 1) {
                for (int i = 0; i < lines; i++) {
                    samples[from + i] *= 0.5f;
                }
            }
            return;
        }
        for (int i = 0; i < length; i++) {
            int target = (i < low ? 2 * i + parity : 2 * (i - low) + 1 - parity) * lines;
            float gain = i < low ? K : 1 / K;
            for (int j = 0, at = from + i * distance; j < lines; j++, at++) {
                line[target + j] = gain * samples[at];
            }
        }
        liftStep(parity, length, lines, -DELTA);
        liftStep(1 - parity, length, lines, -GAMMA);
        liftStep(parity, length, lines, -BETA);
        liftStep(1 - parity, length, lines, -ALPHA);
        for (int i = 0; i < length; i++) {
            System.arraycopy(line, i * lines, samples, from + i * distance, lines);
        }
    }

    private void liftStep(int first, int length, int lines, float factor) {
        for (int i = first; i < length; i += 2) {
            int before = (i == 0 ? 1 : i - 1) * lines;
            int after = (i == length - 1 ? length - 2 : i + 1) * lines;
            for (int j = 0, at = i * lines; j < lines; j++, at++) {
                line[at] += factor * (line[before + j] + line[after + j]);
            }
        }
    }
}
