package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.Arrays;

/**
 * Embedded block coding (T.800 annex D). A flag word stands for a column of four samples. It knows which of the 18 samples in
 * and around it are significant, three bits a row from the row above on, so that the neighbourhood of each sample is nine bits
 * of it. Behind them come the marks of its own samples. Whatever stands for rows is three bits apart; a row is named by its
 * shift of 0, 3, 6 or 9.
 */
final class EmbeddedBlockDecoder implements BlockDecoder {
    private static final int SIGNIFICANT = (1 << 18) - 1;
    private static final int SELF_SHIFT = 4;
    private static final int SELF = 1 << SELF_SHIFT;
    private static final int VISITED_SHIFT = 18;
    private static final int VISITED = 1 << VISITED_SHIFT;
    private static final int REFINED = 1 << 19;
    private static final int FOUR_ROWS = 0x249;
    private static final int LAST_ROW = 9;
    private static final int ALL_VISITED = FOUR_ROWS * VISITED;
    private static final int MAX_FLAGS = (1024 + 2) * 3;

    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final int[] flags = new int[MAX_FLAGS];

    /** The signs of the rows from the one above to the one below. */
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
        boolean bypassed = segment.isRaw(style);
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

    /** The rows that a stripe has, from how many are left. */
    private static int rows(int left) {
        return left >= 4 ? FOUR_ROWS : FOUR_ROWS & ((1 << (3 * left)) - 1);
    }

    /** How far below the column's first sample the one of a row lies. */
    private int below(int row) {
        return ((row * 11) >> 5) * width;
    }

    /** Significance propagation (D.3.1): samples beside significant ones. */
    private void propagate(int plane) {
        int found = 3 << plane;
        for (int y = 0; y < height; y += 4) {
            int rows = rows(height - y);
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                int open = ~(column >> SELF_SHIFT) & rows;
                if ((column & SIGNIFICANT) == 0 || open == 0) {
                    continue;
                }
                for (; open != 0; open &= open - 1) {
                    int row = Integer.numberOfTrailingZeros(open);
                    int near = column >> row & Contexts.NEIGHBOURS;
                    if (near != 0) {
                        if (mq.decode(zeroCoding[near]) != 0) {
                            int sign = decodeSign(at, row, near);
                            samples[sample + below(row)] = sign << 31 | found;
                            column |= SELF << row;
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
            int rows = rows(height - y);
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                for (int open = ~(column >> SELF_SHIFT) & rows; open != 0; open &= open - 1) {
                    int row = Integer.numberOfTrailingZeros(open);
                    if ((column >> row & Contexts.NEIGHBOURS) != 0) {
                        if (raw.bit() != 0) {
                            int sign = raw.bit();
                            samples[sample + below(row)] = sign << 31 | found;
                            column |= SELF << row;
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
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                int due = column >> SELF_SHIFT & ~(column >> VISITED_SHIFT) & FOUR_ROWS;
                if (due == 0) {
                    continue;
                }
                for (int left = due; left != 0; left &= left - 1) {
                    int row = Integer.numberOfTrailingZeros(left);
                    int context = (column & REFINED << row) != 0
                            ? Contexts.REFINE_AGAIN
                            : (column >> row & Contexts.NEIGHBOURS) != 0
                                    ? Contexts.REFINE_FIRST
                                    : Contexts.REFINE_FIRST_ALONE;
                    samples[sample + below(row)] += (mq.decode(context) * 2 - 1) * half;
                }
                flags[at] = column | due * REFINED;
            }
        }
    }

    private void refineRaw(int plane) {
        int half = 1 << plane;
        for (int y = 0; y < height; y += 4) {
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                int due = column >> SELF_SHIFT & ~(column >> VISITED_SHIFT) & FOUR_ROWS;
                for (int left = due; left != 0; left &= left - 1) {
                    int row = Integer.numberOfTrailingZeros(left);
                    samples[sample + below(row)] += (raw.bit() * 2 - 1) * half;
                }
                flags[at] = column | due * REFINED;
            }
        }
    }

    /** The clean-up pass (D.3.4): all other samples, columns without neighbours at one go. */
    private void cleanUp(int plane, boolean segmentationSymbol) {
        int found = 3 << plane;
        for (int y = 0; y < height; y += 4) {
            int rows = rows(height - y);
            int at = (y / 4 + 1) * stride + 1;
            int sample = y * width;
            for (int end = at + width; at < end; at++, sample++) {
                int column = flags[at];
                int due = ~(column >> SELF_SHIFT | column >> VISITED_SHIFT) & rows;
                if ((column & (SIGNIFICANT | ALL_VISITED)) == 0 && rows == FOUR_ROWS) {
                    if (mq.decode(Contexts.RUN) == 0) {
                        continue;
                    }
                    int row = 3 * (mq.decode(Contexts.UNIFORM) << 1 | mq.decode(Contexts.UNIFORM));
                    int sign = decodeSign(at, row, 0);
                    samples[sample + below(row)] = sign << 31 | found;
                    column |= SELF << row;
                    spread(at, row, sign);
                    due = FOUR_ROWS << (row + 3) & FOUR_ROWS;
                }
                for (; due != 0; due &= due - 1) {
                    int row = Integer.numberOfTrailingZeros(due);
                    int near = column >> row & Contexts.NEIGHBOURS;
                    if (mq.decode(zeroCoding[near]) != 0) {
                        int sign = decodeSign(at, row, near);
                        samples[sample + below(row)] = sign << 31 | found;
                        column |= SELF << row;
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
        int own = signs[at] >> row;
        int left = signs[at - 1] >> (row + 3) & 1;
        int right = signs[at + 1] >> (row + 3) & 1;
        int crossSigns = (own & 1) | left << 2 | right << 4 | (own & 1 << 6);
        int context = Contexts.sign()[(near & Contexts.CROSS) | crossSigns];
        return mq.decode(context & 0x7F) ^ (context >> 7 & 1);
    }

    /** Tells the columns around that a sample has become significant; its own column the caller has at hand. */
    private void spread(int at, int row, int sign) {
        flags[at - 1] |= SELF << (row + 1);
        flags[at + 1] |= SELF >> 1 << row;
        signs[at] |= sign << (row + 3);
        if (row == 0 && !causal) {
            int above = at - stride;
            flags[above - 1] |= 1 << 17;
            flags[above] |= 1 << 16;
            flags[above + 1] |= 1 << 15;
            signs[above] |= sign << 15;
        } else if (row == LAST_ROW) {
            int below = at + stride;
            flags[below - 1] |= 1 << 2;
            flags[below] |= 1 << 1;
            flags[below + 1] |= 1;
            signs[below] |= sign;
        }
    }
}
