package org.symbolon.dicom.image.internal.blank;

import java.util.Arrays;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.internal.Palettes;

/** The darkest value that a pixel can have (PS3.3 C.7.6.3.1.2), whatever windows, padding or a rescale make of it. */
final class Black {
    private Black() {}

    /** One sample for each component of a pixel. */
    static long[] samples(PixelDescription description, PhotometricInterpretation photometric, DataSet header) {
        int bits = description.bitsStored();
        boolean signed = description.sign() == Sign.SIGNED;
        long middle = 1L << (bits - 1);
        long most = signed ? middle - 1 : (1L << bits) - 1;
        long least = signed ? -middle : 0;
        long grey = signed ? 0 : middle;
        if (description.sign() == Sign.FLOATING_POINT) {
            return new long[photometric.samples()];
        }
        return switch (photometric) {
            case MONOCHROME2 -> new long[] {least};
            case MONOCHROME1 -> new long[] {most};
            case PALETTE_COLOR -> new long[] {darkestIndex(header, signed, bits)};
            case RGB, HSV -> new long[] {least, least, least};
            case YBR_FULL, YBR_FULL_422, YBR_ICT, YBR_RCT -> new long[] {least, grey, grey};
            case YBR_PARTIAL_422, YBR_PARTIAL_420 ->
                new long[] {bits < 8 || signed ? least : 16L << (bits - 8), grey, grey};
            case ARGB -> new long[] {least, least, least, least};
            case CMYK -> new long[] {least, least, least, most};
        };
    }

    /** The same as cells, with the bits of each that are no sample 0, or the sign. */
    static long[] cells(PixelDescription description, PhotometricInterpretation photometric, DataSet header) {
        int shift = description.highBit() + 1 - description.bitsStored();
        return Arrays.stream(samples(description, photometric, header))
                .map(sample -> sample << shift)
                .toArray();
    }

    private static long darkestIndex(DataSet header, boolean signed, int bits) {
        try {
            return signed ? 0 : Palettes.darkestIndex(header, bits);
        } catch (ImageException e) {
            // A palette that cannot be read shows nothing either: any index is as blank as another.
            return 0;
        }
    }
}
