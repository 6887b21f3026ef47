package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * How one component of a tile is coded (SPcod and SPcoc, T.800 table A.15).
 *
 * @param blockWidthExponent xcb
 * @param precincts for each resolution PPx in the low four bits, PPy in the high ones
 */
record ComponentCoding(
        int decompositions,
        int blockWidthExponent,
        int blockHeightExponent,
        BlockStyle style,
        Wavelet wavelet,
        List<Integer> precincts) {
    private static final int MAX_DECOMPOSITIONS = 32;
    private static final int WHOLE = 0xFF;

    /** Which filter (T.800 table A.20). */
    enum Wavelet {
        IRREVERSIBLE_9_7,
        REVERSIBLE_5_3
    }

    static ComponentCoding read(Segment in, int codingStyle) {
        int decompositions = in.uint8();
        int width = (in.uint8() & 15) + 2;
        int height = (in.uint8() & 15) + 2;
        BlockStyle style = new BlockStyle(in.uint8());
        int filter = in.uint8();
        if (decompositions > MAX_DECOMPOSITIONS) {
            throw Faults.corrupt("More than 32 decomposition levels");
        }
        if (width > 10 || height > 10 || width + height > 12) {
            throw Faults.corrupt("A code-block of more than 4096 samples");
        }
        if (filter > 1) {
            throw Faults.unsupported("A wavelet of Part 2");
        }
        List<Integer> precincts = new ArrayList<>();
        for (int i = 0; i <= decompositions; i++) {
            int size = (codingStyle & 1) == 0 ? WHOLE : in.uint8();
            if (i > 0 && ((size & 15) == 0 || (size & 0xF0) == 0)) {
                throw Faults.corrupt("A precinct smaller than a sample");
            }
            precincts.add(size);
        }
        Wavelet wavelet = filter == 0 ? Wavelet.IRREVERSIBLE_9_7 : Wavelet.REVERSIBLE_5_3;
        return new ComponentCoding(decompositions, width, height, style, wavelet, List.copyOf(precincts));
    }

    int precinctWidthExponent(int resolution) {
        return precincts.get(resolution) & 15;
    }

    int precinctHeightExponent(int resolution) {
        return precincts.get(resolution) >> 4;
    }
}
