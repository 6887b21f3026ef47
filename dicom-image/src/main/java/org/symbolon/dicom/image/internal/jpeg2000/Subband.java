package org.symbolon.dicom.image.internal.jpeg2000;

/**
 * A sub-band of a resolution (T.800 B.5).
 *
 * @param area in the band's own coordinates
 * @param column where it begins in the buffer of its tile-component, low-pass parts first
 * @param planes the number Mb of magnitude planes (E-2)
 * @param step the quantisation step (E-3); 1 for reversible ones
 */
record Subband(Orientation orientation, Area area, int column, int row, int planes, float step) {
    /** Which halves of the spectrum, horizontally first. */
    enum Orientation {
        LL(0, 0),
        HL(1, 0),
        LH(0, 1),
        HH(1, 1);

        private final int horizontal;
        private final int vertical;

        Orientation(int horizontal, int vertical) {
            this.horizontal = horizontal;
            this.vertical = vertical;
        }

        /** 1 for high-pass. */
        int horizontal() {
            return horizontal;
        }

        /** 1 for high-pass. */
        int vertical() {
            return vertical;
        }

        /** log2 of the gain (T.800 table E.1). */
        int gainBits() {
            return horizontal + vertical;
        }
    }
}
