package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.List;

/** The coefficients, later the samples, of one tile-component. */
sealed interface TilePlane {
    /** Takes a code-block as {@link BlockDecoder} leaves it. */
    void put(CodeBlock block, Subband subband, int[] decoded);

    /** From coefficients to samples. */
    void synthesise(List<Resolution> resolutions);

    /** A row of samples, rounded. */
    void row(int y, int[] to);

    /** Of the reversible wavelet. */
    final class Whole implements TilePlane {
        private final int[] samples;
        private final int stride;

        Whole(int[] samples, int stride) {
            this.samples = samples;
            this.stride = stride;
        }

        @Override
        public void put(CodeBlock block, Subband subband, int[] decoded) {
            Area area = block.area();
            int from = 0;
            for (int y = 0; y < area.height(); y++) {
                int to = TilePlane.position(area, y, subband, stride);
                for (int end = to + area.width(); to < end; to++) {
                    int value = decoded[from++];
                    int magnitude = (value & Integer.MAX_VALUE) >> 1;
                    samples[to] = value < 0 ? -magnitude : magnitude;
                }
            }
        }

        @Override
        public void synthesise(List<Resolution> resolutions) {
            Wavelet53.synthesise(samples, stride, resolutions);
        }

        @Override
        public void row(int y, int[] to) {
            System.arraycopy(samples, y * stride, to, 0, stride);
        }
    }

    /** Of the irreversible one. */
    final class Real implements TilePlane {
        private final float[] samples;
        private final int stride;

        Real(float[] samples, int stride) {
            this.samples = samples;
            this.stride = stride;
        }

        @Override
        public void put(CodeBlock block, Subband subband, int[] decoded) {
            Area area = block.area();
            float scale = subband.step() * 0.5f;
            int from = 0;
            for (int y = 0; y < area.height(); y++) {
                int to = TilePlane.position(area, y, subband, stride);
                for (int end = to + area.width(); to < end; to++) {
                    int value = decoded[from++];
                    float magnitude = scale * (value & Integer.MAX_VALUE);
                    samples[to] = value < 0 ? -magnitude : magnitude;
                }
            }
        }

        @Override
        public void synthesise(List<Resolution> resolutions) {
            Wavelet97.synthesise(samples, stride, resolutions);
        }

        @Override
        public void row(int y, int[] to) {
            for (int x = 0, from = y * stride; x < stride; x++, from++) {
                to[x] = (int) Math.rint(samples[from]);
            }
        }

        /** A row of samples as they are. */
        void row(int y, float[] to) {
            System.arraycopy(samples, y * stride, to, 0, stride);
        }
    }

    private static int position(Area block, int row, Subband subband, int stride) {
        int y = block.y0() - subband.area().y0() + subband.row() + row;
        return y * stride + block.x0() - subband.area().x0() + subband.column();
    }
}
