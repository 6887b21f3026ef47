package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.Arrays;
import java.util.List;

/**
 * High-throughput block coding (T.814): a clean-up pass that decodes quads of two by two samples down to its plane, and up to
 * two passes that refine them by one plane more.
 */
final class HtBlockDecoder implements BlockDecoder {
    private static final int MIN_SUFFIX_BYTES = 2;
    private static final int MAX_SUFFIX_BYTES = 4079;
    private static final int MAX_EXPONENT = 31;
    private static final int MAX_WIDTH = 1024;

    private final MelDecoder mel = new MelDecoder();
    private final HtBackwardBits vlc = new HtBackwardBits();
    private final HtForwardBits magnitudes = new HtForwardBits(0xFF);
    private final HtRefinement refinement = new HtRefinement();
    private final int[] samples = new int[MAX_SAMPLES];

    /** Of the samples in the row above, from the column -1 on: 0 for insignificant ones. */
    private int[] exponentsAbove = new int[MAX_WIDTH + 4];

    private int[] exponents = new int[MAX_WIDTH + 4];
    private final Effort effort;
    private byte[] segmentBytes = new byte[8192];
    private int width;
    private int height;
    private int plane;

    HtBlockDecoder(Effort effort) {
        this.effort = effort;
    }

    @Override
    public int[] decode(CodeBlock block, byte[] bytes, Subband subband, int planes, BlockStyle style) {
        width = block.area().width();
        height = block.area().height();
        Arrays.fill(samples, 0, width * height, 0);
        List<CodewordSegment> segments = block.segments();
        int last = lastCleanUp(segments);
        if (last < 0) {
            return samples;
        }
        CodewordSegment cleanUp = segments.get(last);
        // Each set of three passes that came before stands for a plane.
        plane = planes - 1 - block.zeroPlanes() - (cleanUp.firstPass() + cleanUp.passes() - 1) / 3;
        if (plane < 0) {
            throw Faults.corrupt("A code-block with more passes than planes");
        }
        effort.passes(width * height, 1);
        int length = load(cleanUp, bytes);
        cleanUp(length);
        if (last + 1 < segments.size() && plane > 0) {
            CodewordSegment refining = segments.get(last + 1);
            effort.passes(width * height, refining.passes());
            length = load(refining, bytes);
            refinement.refine(samples, width, height, plane - 1, style, refining.passes(), segmentBytes, length);
        }
        return samples;
    }

    /** The last segment with a clean-up pass in it; -1 if there is none. */
    private static int lastCleanUp(List<CodewordSegment> segments) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            CodewordSegment segment = segments.get(i);
            if (segment.passes() > 0
                    && (segment.firstPass() + segment.passes() - 1) % 3 == 0
                    && segment.length() >= MIN_SUFFIX_BYTES) {
                return i;
            }
        }
        return -1;
    }

    private int load(CodewordSegment segment, byte[] bytes) {
        int length = segment.length();
        if (segmentBytes.length < length) {
            segmentBytes = new byte[length + length / 2];
        }
        segment.copy(bytes, segmentBytes, 0);
        return length;
    }

    /** The HT clean-up pass (T.814 7.3). */
    private void cleanUp(int length) {
        int suffix = (segmentBytes[length - 1] & 0xFF) << 4 | (segmentBytes[length - 2] & 15);
        if (suffix < MIN_SUFFIX_BYTES || suffix > length || suffix > MAX_SUFFIX_BYTES) {
            throw Faults.corrupt("A high-throughput block with a wrong suffix length");
        }
        int prefix = length - suffix;
        magnitudes.start(segmentBytes, 0, prefix);
        mel.start(segmentBytes, prefix, length - 2);
        vlc.startBehindHalf(segmentBytes, prefix, length - 2);
        Arrays.fill(exponents, 0, width + 4, 0);
        Arrays.fill(exponentsAbove, 0, width + 4, 0);
        int quads = (width + 1) / 2;
        for (int y = 0; y < height; y += 2) {
            int[] above = exponents;
            exponents = exponentsAbove;
            exponentsAbove = above;
            Arrays.fill(exponents, 0, width + 4, 0);
            int left = 0;
            for (int quad = 0; quad < quads; quad += 2) {
                int first = quad(y, quad, left);
                left = VlcTable.significance(first);
                int second = 0;
                if (quad + 1 < quads) {
                    second = quad(y, quad + 1, left);
                    left = VlcTable.significance(second);
                }
                int offsets = offsets(y == 0, VlcTable.offset(first), VlcTable.offset(second));
                samples(y, 2 * quad, first, offsets & 0xFF);
                samples(y, 2 * quad + 2, second, offsets >> 8);
            }
        }
    }

    /** Significance of a quad; without significant neighbours it is told by runs. */
    private int quad(int y, int quad, int left) {
        int context;
        if (y == 0) {
            context = left >> 1 | (left & 1);
        } else {
            int column = 2 * quad + 1;
            int northWest = exponentsAbove[column - 1] | exponentsAbove[column];
            int northEast = exponentsAbove[column + 1] | exponentsAbove[column + 2];
            context = (northWest != 0 ? 1 : 0) | (left >> 2 != 0 ? 2 : 0) | (northEast != 0 ? 4 : 0);
        }
        if (context == 0 && mel.decode() == 0) {
            return 0;
        }
        VlcTable table = y == 0 ? VlcTable.FIRST_ROW : VlcTable.OTHER_ROWS;
        int entry = table.entry(context, vlc.peek());
        vlc.drop(VlcTable.length(entry));
        return entry;
    }

    /** The exponent offsets u of two quads (T.814 7.3.6): the first in the low byte. */
    private int offsets(boolean firstRow, int hasFirst, int hasSecond) {
        if (hasFirst + hasSecond == 0) {
            return 0;
        }
        int base = 0;
        boolean shortSecond = false;
        if (firstRow && hasFirst + hasSecond == 2) {
            base = 2 * mel.decode();
            shortSecond = base == 0;
        }
        int first = hasFirst == 0 ? 0 : prefix();
        if (shortSecond && first > 2) {
            int second = 1 + vlc.take(1);
            return second << 8 | suffixed(first);
        }
        int second = hasSecond == 0 ? 0 : prefix();
        int firstSuffix = suffix(first);
        int secondSuffix = suffix(second);
        int firstOffset = base * hasFirst + first + extended(firstSuffix);
        int secondOffset = base * hasSecond + second + extended(secondSuffix);
        return secondOffset << 8 | firstOffset;
    }

    private int suffixed(int prefix) {
        return prefix + extended(suffix(prefix));
    }

    private int prefix() {
        int bits = vlc.peek();
        if ((bits & 1) != 0) {
            vlc.drop(1);
            return 1;
        }
        if ((bits & 2) != 0) {
            vlc.drop(2);
            return 2;
        }
        vlc.drop(3);
        return (bits & 4) != 0 ? 3 : 5;
    }

    private int suffix(int prefix) {
        return prefix < 3 ? 0 : vlc.take(prefix == 3 ? 1 : 5);
    }

    private int extended(int suffix) {
        return suffix < 28 ? suffix : suffix + 4 * vlc.take(4);
    }

    /** Magnitudes and signs of a quad (T.814 7.3.7, 7.3.8). */
    private void samples(int y, int x, int entry, int offset) {
        int significance = VlcTable.significance(entry);
        if (significance == 0) {
            return;
        }
        int exponent = offset + predicted(y, x, significance);
        if (exponent > MAX_EXPONENT) {
            throw Faults.corrupt("A high-throughput block with a magnitude of more than 31 bits");
        }
        for (int i = 0; i < 4; i++) {
            if ((significance >> i & 1) == 0) {
                continue;
            }
            int bits = exponent - (VlcTable.shorter(entry) >> i & 1);
            int value = magnitudes.take(bits) | (VlcTable.knownBits(entry) >> i & 1) << bits;
            int column = x + (i >> 1);
            int row = y + (i & 1);
            if ((i & 1) != 0) {
                exponents[column + 1] = 32 - Integer.numberOfLeadingZeros(value | 1);
            }
            if (column < width && row < height) {
                int magnitude = ((value | 1) + 2) << plane & Integer.MAX_VALUE;
                samples[row * width + column] = value << 31 | magnitude;
            }
        }
    }

    /** The exponent that the row above foretells (T.814 7.3.5); at least 1. */
    private int predicted(int y, int x, int significance) {
        if (y == 0 || Integer.bitCount(significance) == 1) {
            return 1;
        }
        int left = Math.max(exponentsAbove[x], exponentsAbove[x + 1]);
        int right = Math.max(exponentsAbove[x + 2], exponentsAbove[x + 3]);
        return Math.max(1, Math.max(left, right) - 1);
    }
}
