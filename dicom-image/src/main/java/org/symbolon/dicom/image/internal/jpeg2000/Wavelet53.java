package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.List;

/** The reversible 5-3 synthesis (T.800 F.3), in place: the low and the high samples of a line are interleaved and lifted. */
final class Wavelet53 extends Synthesis {
    private final int[] samples;
    private int[] line = new int[0];

    private Wavelet53(int[] samples, int stride) {
        super(stride);
        this.samples = samples;
    }

    /** The whole tile-component; sub-bands lie in the buffer as {@link Subband} says. */
    static void synthesise(int[] samples, int stride, List<Resolution> resolutions) {
        new Wavelet53(samples, stride).run(resolutions);
    }

    @Override
    void reserve(int needed) {
        if (line.length < needed) {
            line = new int[needed];
        }
    }

    @Override
    void lift(int from, int distance, int lines, int low, int length, int parity) {
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
