package org.symbolon.dicom.image.internal;

import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;

/** The palette of an image (PS3.3 C.7.9): three look-up tables, plain or segmented. */
record Palette(LookupTable red, LookupTable green, LookupTable blue) {
    static Palette of(DataSet header) {
        LookupTable red = table(
                header,
                Tags.RedPaletteColorLookupTableDescriptor,
                Tags.RedPaletteColorLookupTableData,
                Tags.SegmentedRedPaletteColorLookupTableData);
        LookupTable green = table(
                header,
                Tags.GreenPaletteColorLookupTableDescriptor,
                Tags.GreenPaletteColorLookupTableData,
                Tags.SegmentedGreenPaletteColorLookupTableData);
        LookupTable blue = table(
                header,
                Tags.BluePaletteColorLookupTableDescriptor,
                Tags.BluePaletteColorLookupTableData,
                Tags.SegmentedBluePaletteColorLookupTableData);
        return new Palette(red, green, blue);
    }

    /** 0xRRGGBB. */
    int colour(long index) {
        return eightBits(red, index) << 16 | eightBits(green, index) << 8 | eightBits(blue, index);
    }

    private static LookupTable table(DataSet header, int descriptor, int data, int segmented) {
        return header.contains(data) || !header.contains(segmented)
                ? LookupTable.of(header, descriptor, data, false)
                : SegmentedPalette.of(header, descriptor, segmented);
    }

    /** Entries of 16 bits are cut to 8, unless all three tables show that their writer meant 8. */
    private int eightBits(LookupTable table, long index) {
        int value = table.apply(index);
        boolean wide = table.maximum() > 255 && (red.isWide() || green.isWide() || blue.isWide());
        return Math.min(255, wide ? value >> 8 : value);
    }
}
