package org.symbolon.dicom.image.internal;

import java.awt.image.BufferedImage;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.Samples;

/** Colours of RGB, YBR and palette frames (PS3.3 C.7.6.3.1.2, C.7.9). */
public final class ColourRendering {
    private ColourRendering() {}

    public static BufferedImage of(PixelFrame frame, DataSet header) {
        BufferedImage image = new BufferedImage(frame.columns(), frame.rows(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[frame.columns()];
        RowColours colours = switch (frame.photometric()) {
            case PALETTE_COLOR -> palette(frame, header);
            case YBR_FULL, YBR_FULL_422, YBR_ICT, YBR_RCT -> ybr(frame);
            default -> rgb(frame);
        };
        for (int y = 0; y < frame.rows(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = colours.at(y * row.length + x);
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }

    /** The colour of a pixel as 0xRRGGBB. */
    @FunctionalInterface
    private interface RowColours {
        int at(int pixel);
    }

    private static RowColours rgb(PixelFrame frame) {
        Samples samples = frame.samples();
        int bits = frame.bitsStored();
        return pixel -> eightBits(samples.at(3 * pixel), bits) << 16
                | eightBits(samples.at(3 * pixel + 1), bits) << 8
                | eightBits(samples.at(3 * pixel + 2), bits);
    }

    private static RowColours ybr(PixelFrame frame) {
        Samples samples = frame.samples();
        int bits = frame.bitsStored();
        return pixel -> {
            double y = eightBits(samples.at(3 * pixel), bits);
            double cb = eightBits(samples.at(3 * pixel + 1), bits) - 128.0;
            double cr = eightBits(samples.at(3 * pixel + 2), bits) - 128.0;
            return clamp(y + 1.402 * cr) << 16 | clamp(y - 0.344136 * cb - 0.714136 * cr) << 8 | clamp(y + 1.772 * cb);
        };
    }

    private static RowColours palette(PixelFrame frame, DataSet header) {
        Samples samples = frame.samples();
        LookupTable red = table(header, Tags.RedPaletteColorLookupTableDescriptor, Tags.RedPaletteColorLookupTableData);
        LookupTable green =
                table(header, Tags.GreenPaletteColorLookupTableDescriptor, Tags.GreenPaletteColorLookupTableData);
        LookupTable blue =
                table(header, Tags.BluePaletteColorLookupTableDescriptor, Tags.BluePaletteColorLookupTableData);
        return pixel -> {
            long index = samples.at(pixel);
            return eightBits(red, index) << 16 | eightBits(green, index) << 8 | eightBits(blue, index);
        };
    }

    private static LookupTable table(DataSet header, int descriptor, int data) {
        if (data == Tags.RedPaletteColorLookupTableData && !header.contains(data)) {
            return SegmentedPalette.of(header, descriptor, Tags.SegmentedRedPaletteColorLookupTableData);
        }
        if (data == Tags.GreenPaletteColorLookupTableData && !header.contains(data)) {
            return SegmentedPalette.of(header, descriptor, Tags.SegmentedGreenPaletteColorLookupTableData);
        }
        if (data == Tags.BluePaletteColorLookupTableData && !header.contains(data)) {
            return SegmentedPalette.of(header, descriptor, Tags.SegmentedBluePaletteColorLookupTableData);
        }
        return LookupTable.of(header, descriptor, data, false);
    }

    private static int eightBits(LookupTable table, long index) {
        int value = table.apply(index);
        return Math.min(255, table.maximum() > 255 ? value >> 8 : value);
    }

    private static int eightBits(long sample, int bits) {
        long value = bits > 8 ? sample >> (bits - 8) : sample;
        return (int) Math.max(0, Math.min(255, value));
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
