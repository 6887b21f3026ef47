package org.symbolon.dicom.image.internal;

import org.symbolon.dicom.DataSet;

/** Questions about palettes. */
public final class Palettes {
    private static final int MAX_BITS = 16;

    private Palettes() {}

    /**
     * The smallest index of the darkest colour that pixels of so many bits can have.
     *
     * @throws org.symbolon.dicom.image.ImageException CORRUPT for a palette that cannot be read
     */
    public static long darkestIndex(DataSet header, int bits) {
        Palette palette = Palette.of(header);
        int darkest = 0;
        int least = Integer.MAX_VALUE;
        for (int index = 0; index < 1 << Math.min(MAX_BITS, bits) && least > 0; index++) {
            int colour = palette.colour(index);
            int light = (colour >> 16) + (colour >> 8 & 0xFF) + (colour & 0xFF);
            if (light < least) {
                least = light;
                darkest = index;
            }
        }
        return darkest;
    }
}
