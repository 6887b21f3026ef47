package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.List;

/** The irreversible 9-7 synthesis (T.800 F.3.8.2), in place as {@link Wavelet53}. */
final class Wavelet97 extends Synthesis {
    /** Table F.4, to the precision of a float. */
    private static final float ALPHA = -1.5861343f;

    private static final float BETA = -0.052980117f;
    private static final float GAMMA = 0.8829111f;
    private static final float DELTA = 0.44350687f;
    private static final float K = 1.2301741f;

    private final float[] samples;
    private float[] line = new float[0];

    private Wavelet97(float[] samples, int stride) {
        super(stride);
        this.samples = samples;
    }

    /** The whole tile-component; sub-bands lie in the buffer as {@link Subband} says. */
    static void synthesise(float[] samples, int stride, List<Resolution> resolutions) {
        new Wavelet97(samples, stride).run(resolutions);
    }

    @Override
    void reserve(int needed) {
        if (line.length < needed) {
            line = new float[needed];
        }
    }

    @Override
    void lift(int from, int distance, int lines, int low, int length, int parity) {
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
