package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.Arrays;

/**
 * Embedded block coding (T.800 annex D). A flag word stands for a column of four samples; it knows which of the 18 samples in
 * and around it are significant, so that the neighbourhood of each is nine bits of it.
 */
final class EmbeddedBlockDecoder implements BlockDecoder {
    /** The samples of a column and around it: bit 3 * (row + 1) + column + 1, both from -1. */
    private static final int SIGNIFICANT = (1 << 18) - 1;

    private static final int SELF = 1 << 4;
    private static final int VISITED = 1 << 18;
    private static final int REFINED = 1 << 22;
    private static final int ALL_VISITED = 15 * VISITED;
    private static final int MAX_FLAGS = (1024 + 2) * 3;

    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final int[] flags = new int[MAX_FLAGS];

    /** The signs of the column's samples in bits 1 to 4, of those above and below in bits 0 and 5. */
    private final int[] signs = new int[MAX_FLAGS];

    private final int[] samples = new int[MAX_SAMPLES];
    private final Effort effort;
    private byte[] segmentBytes = new byte[8192];
    private byte[] zeroCoding = new byte[0];
    private int width;
    private int height;
    private int stride;
    private boolean causal;

    EmbeddedBlockDecoder(Effort effort) {
        this.effort = effort;
    }

    @Override
    public int[] decode(CodeBlock block, byte[] bytes, Subband subband, int planes, BlockStyle style) {
        width = block.area().width();
        height = block.area().height();
        stride = width + 2;
        causal = style.verticallyCausal();
        zeroCoding = Contexts.zeroCoding(subband.orientation());
        int used = stride * ((height + 3) / 4 + 2);
        Arrays.fill(flags, 0, used, 0);
        Arrays.fill(signs, 0, used, 0);
        Arrays.fill(samples, 0, width * height, 0);
        mq.resetContexts();
        int top = planes - block.zeroPlanes() - 1;
        for (CodewordSegment segment : block.segments()) {
            decodeSegment(segment, bytes, top, style);
        }
        return samples;
    }

    private void decodeSegment(CodewordSegment segment, byte[] bytes, int topPlane, BlockStyle style) {
        effort.passes(width * height, segment.passes());
        int length = segment.length();
        if (segmentBytes.length < length + MqDecoder.PADDING) {
            segmentBytes = new byte[length + length / 2 + MqDecoder.PADDING];
        }
        segment.copy(bytes, segmentBytes, 0);
        segmentBytes[length] = (byte) 0xFF;
        segmentBytes[length + 1] = (byte) 0xFF;
        boolean bypassed = style.bypass() && segment.firstPass() >= 10 && segment.firstPass() % 3 != 0;
        if (bypassed) {
            raw.start(segmentBytes, 0);
        } else {
            mq.start(segmentBytes, 0);
        }
        for (int i = 0; i < segment.passes(); i++) {
            // The first plane has a clean-up pass only.
            int pass = segment.firstPass() + i;
            int plane = topPlane - (pass + 2) / 3;
            if (plane < 0) {
                return;
            }
            switch (pass % 3) {
                case 0 -> cleanUp(plane, style.segmentationSymbols());
                case 1 -> {
                    if (bypassed) {
                        propagateRaw(plane);
                    } else {
                        propagate(plane);
                    }
                }
                default -> {
                    if (bypassed) {
                        refineRaw(plane);
                    } else {
                        refine(plane);
                    }
                }
            }
            if (style.resetContexts()) {
                mq.resetContexts();
            }
        }
    }

    /** Significance propagation (D.3.1): samples beside significant ones. */
    private void propagate(int plane) {
        int found = 3 << plane;
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                if ((column & SIGNIFICANT) == 0) {
                    continue;
                }
                for (int row = 0; row < rows; row++) {
                    int near = column >> (3 * row);
                    if ((near & SELF) == 0 && (near & Contexts.NEIGHBOURS) != 0) {
                        if (mq.decode(zeroCoding[near & Contexts.NEIGHBOURS]) != 0) {
                            int sign = decodeSign(at, row, near);
                            samples[sample + row * width] = sign << 31 | found;
                            column |= SELF << (3 * row);
                            spread(at, row, sign);
                        }
                        column |= VISITED << row;
                    }
                }
                flags[at] = column;
            }
        }
    }

    private void propagateRaw(int plane) {
        int found = 3 << plane;
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                if ((column & SIGNIFICANT) == 0) {
                    continue;
                }
                for (int row = 0; row < rows; row++) {
                    int near = column >> (3 * row);
                    if ((near & SELF) == 0 && (near & Contexts.NEIGHBOURS) != 0) {
                        if (raw.bit() != 0) {
                            int sign = raw.bit();
                            samples[sample + row * width] = sign << 31 | found;
                            column |= SELF << (3 * row);
                            spread(at, row, sign);
                        }
                        column |= VISITED << row;
                    }
                }
                flags[at] = column;
            }
        }
    }

    /** Magnitude refinement (D.3.3): samples that were significant before this plane. */
    private void refine(int plane) {
        int half = 1 << plane;
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                if ((column & SIGNIFICANT) == 0) {
                    continue;
                }
                for (int row = 0; row < rows; row++) {
                    int near = column >> (3 * row);
                    if ((near & SELF) != 0 && (column & VISITED << row) == 0) {
                        int context = (column & REFINED << row) != 0
                                ? Contexts.REFINE_AGAIN
                                : (near & Contexts.NEIGHBOURS) != 0
                                        ? Contexts.REFINE_FIRST
                                        : Contexts.REFINE_FIRST_ALONE;
                        samples[sample + row * width] += mq.decode(context) != 0 ? half : -half;
                        column |= REFINED << row;
                    }
                }
                flags[at] = column;
            }
        }
    }

    private void refineRaw(int plane) {
        int half = 1 << plane;
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                for (int row = 0; row < rows; row++) {
                    if ((column & SELF << (3 * row)) != 0 && (column & VISITED << row) == 0) {
                        samples[sample + row * width] += raw.bit() != 0 ? half : -half;
                        column |= REFINED << row;
                    }
                }
                flags[at] = column;
            }
        }
    }

    /** The clean-up pass (D.3.4): all other samples, columns without neighbours at one go. */
    private void cleanUp(int plane, boolean segmentationSymbol) {
        int found = 3 << plane;
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                int row = 0;
                if ((column & (SIGNIFICANT | ALL_VISITED)) == 0 && rows == 4) {
                    if (mq.decode(Contexts.RUN) == 0) {
                        continue;
                    }
                    row = mq.decode(Contexts.UNIFORM) << 1 | mq.decode(Contexts.UNIFORM);
                    int sign = decodeSign(at, row, 0);
                    samples[sample + row * width] = sign << 31 | found;
                    column |= SELF << (3 * row);
                    spread(at, row, sign);
                    row++;
                }
                for (; row < rows; row++) {
                    int near = column >> (3 * row);
                    if ((near & SELF) == 0
                            && (column & VISITED << row) == 0
                            && mq.decode(zeroCoding[near & Contexts.NEIGHBOURS]) != 0) {
                        int sign = decodeSign(at, row, near);
                        samples[sample + row * width] = sign << 31 | found;
                        column |= SELF << (3 * row);
                        spread(at, row, sign);
                    }
                }
                flags[at] = column & ~ALL_VISITED;
            }
        }
        if (segmentationSymbol) {
            for (int i = 0; i < 4; i++) {
                mq.decode(Contexts.UNIFORM);
            }
        }
    }

    /** Sign coding (D.3.2); 1 for negative. */
    private int decodeSign(int at, int row, int near) {
        int around = (near & Contexts.CROSS)
                | (signs[at] >> row & 1)
                | (signs[at - 1] >> (row + 1) & 1) << 2
                | (signs[at + 1] >> (row + 1) & 1) << 4
                | (signs[at] >> (row + 2) & 1) << 6;
        int context = Contexts.sign()[around];
        return mq.decode(context & 0x7F) ^ (context >> 7 & 1);
    }

    /** Tells the columns around that a sample has become significant; its own column the caller has at hand. */
    private void spread(int at, int row, int sign) {
        flags[at - 1] |= SELF << 1 << (3 * row);
        flags[at + 1] |= SELF >> 1 << (3 * row);
        signs[at] |= sign << (row + 1);
        if (row == 0 && !causal) {
            int above = at - stride;
            flags[above - 1] |= 1 << 17;
            flags[above] |= 1 << 16;
            flags[above + 1] |= 1 << 15;
            signs[above] |= sign << 5;
        } else if (row == 3) {
            int below = at + stride;
            flags[below - 1] |= 1 << 2;
            flags[below] |= 1 << 1;
            flags[below + 1] |= 1;
            signs[below] |= sign;
        }
    }
}
