package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * QCD or QCC (T.800 A.6.4).
 *
 * @param steps of each sub-band: exponent in bits 11 to 15, mantissa in bits 0 to 10
 */
record Quantisation(Style style, int guardBits, List<Integer> steps) {
    /** Table A.28. */
    enum Style {
        NONE,
        DERIVED,
        EXPOUNDED
    }

    static Quantisation read(Segment in) {
        int code = in.uint8();
        Style style = switch (code & 31) {
            case 0 -> Style.NONE;
            case 1 -> Style.DERIVED;
            case 2 -> Style.EXPOUNDED;
            default -> throw Faults.unsupported("A quantisation of Part 2");
        };
        int count = style == Style.NONE ? in.remaining() : style == Style.DERIVED ? 1 : in.remaining() / 2;
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(style == Style.NONE ? in.uint8() >> 3 << 11 : in.uint16());
        }
        return new Quantisation(style, code >> 5, List.copyOf(steps));
    }

    /** The exponent of a band, counted LL, then HL, LH, HH from the lowest resolution (T.800 E-5). */
    int exponent(int band, int resolution) {
        if (style == Style.DERIVED) {
            int derived = (step(0) >> 11) - Math.max(0, resolution - 1);
            return Math.max(0, derived);
        }
        return step(band) >> 11;
    }

    int mantissa(int band) {
        return step(style == Style.DERIVED ? 0 : band) & 0x7FF;
    }

    private int step(int band) {
        if (band >= steps.size()) {
            throw Faults.corrupt("Sub-bands without quantisation");
        }
        return steps.get(band);
    }
}
