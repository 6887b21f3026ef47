package org.symbolon.dicom.image.internal.jpeg2000;

/**
 * The SigProp and MagRef passes of a high-throughput block (T.814 7.4, 7.5). Their bits share a segment, the ones from its
 * front, the others from its end. Both go over stripes of four rows, column by column. Not thread-safe.
 */
final class HtRefinement {
    private static final int GROUP = 4;

    private final HtForwardBits propagated = new HtForwardBits(0);
    private final HtBackwardBits refined = new HtBackwardBits();
    private int[] samples = new int[0];
    private int width;
    private int height;
    private boolean causal;

    void refine(
            int[] block, int columns, int rows, int plane, BlockStyle style, int passes, byte[] segment, int length) {
        samples = block;
        width = columns;
        height = rows;
        causal = style.verticallyCausal();
        // Magnitudes first: what is significant since the clean-up pass is still to be seen.
        if (passes > 1) {
            refined.start(segment, 0, length);
            refineMagnitudes(1 << plane);
        }
        propagated.start(segment, 0, length);
        propagate(3 << plane);
    }

    private void refineMagnitudes(int half) {
        for (int top = 0; top < height; top += GROUP) {
            int bottom = Math.min(top + GROUP, height);
            for (int x = 0; x < width; x++) {
                for (int y = top; y < bottom; y++) {
                    int at = y * width + x;
                    if (samples[at] != 0) {
                        samples[at] += refined.take(1) != 0 ? half : -half;
                    }
                }
            }
        }
    }

    /** Signs follow the significance of four columns together. */
    private void propagate(int found) {
        int[] fresh = new int[GROUP * GROUP];
        for (int top = 0; top < height; top += GROUP) {
            int bottom = Math.min(top + GROUP, height);
            for (int left = 0; left < width; left += GROUP) {
                int count = 0;
                for (int x = left; x < Math.min(left + GROUP, width); x++) {
                    for (int y = top; y < bottom; y++) {
                        int at = y * width + x;
                        if (samples[at] == 0 && isNear(x, y, bottom) && propagated.take(1) != 0) {
                            samples[at] = found;
                            fresh[count++] = at;
                        }
                    }
                }
                for (int i = 0; i < count; i++) {
                    samples[fresh[i]] |= propagated.take(1) << 31;
                }
            }
        }
    }

    /** Whether one of the eight samples around is significant. */
    private boolean isNear(int x, int y, int stripeBottom) {
        int last = Math.min(y + 1, (causal ? stripeBottom : height) - 1);
        for (int row = Math.max(0, y - 1); row <= last; row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                if (samples[row * width + column] != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
