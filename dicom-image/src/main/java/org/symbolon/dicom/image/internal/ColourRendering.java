package org.symbolon.dicom.image.internal;

import java.awt.image.BufferedImage;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.Samples;

/** Colours of RGB, YBR, palette and retired frames (PS3.3 C.7.6.3.1.2, C.7.9). ICC profiles are not applied. */
public final class ColourRendering {
    private final Samples samples;
    private final int bits;

    private ColourRendering(PixelFrame frame) {
        this.samples = frame.samples();
        this.bits = frame.bitsStored();
    }

    public static BufferedImage of(PixelFrame frame, DataSet header) {
        BufferedImage image = new BufferedImage(frame.columns(), frame.rows(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[frame.columns()];
        PixelColours colours = new ColourRendering(frame).colours(frame, header);
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
    private interface PixelColours {
        int at(int pixel);
    }

    private PixelColours colours(PixelFrame frame, DataSet header) {
        return switch (frame.photometric()) {
            case PALETTE_COLOR -> {
                Palette palette = Palette.of(header);
                yield pixel -> palette.colour(samples.at(pixel));
            }
            case YBR_FULL, YBR_FULL_422, YBR_ICT, YBR_RCT -> this::ybrFull;
            case YBR_PARTIAL_422, YBR_PARTIAL_420 -> this::ybrPartial;
            case HSV -> this::hsv;
            case CMYK -> this::cmyk;
            case ARGB -> argb(header);
            case RGB -> pixel -> rgb(3 * pixel);
            case MONOCHROME1, MONOCHROME2 ->
                throw new ImageException(Problem.UNSUPPORTED, "Grey frames have no colours");
        };
    }

    private int rgb(int first) {
        return eightBits(first) << 16 | eightBits(first + 1) << 8 | eightBits(first + 2);
    }

    private int ybrFull(int pixel) {
        double y = eightBits(3 * pixel);
        double cb = eightBits(3 * pixel + 1) - 128.0;
        double cr = eightBits(3 * pixel + 2) - 128.0;
        return colour(y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb);
    }

    /** ITU-R BT.601 with headroom: luminance 16 to 235, colour differences 16 to 240. */
    private int ybrPartial(int pixel) {
        double y = (eightBits(3 * pixel) - 16) * 255.0 / 219;
        double cb = (eightBits(3 * pixel + 1) - 128) * 255.0 / 224;
        double cr = (eightBits(3 * pixel + 2) - 128) * 255.0 / 224;
        return colour(y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb);
    }

    private int hsv(int pixel) {
        double hue = eightBits(3 * pixel) / 256.0 * 6;
        double saturation = eightBits(3 * pixel + 1) / 255.0;
        double value = eightBits(3 * pixel + 2);
        double low = value * (1 - saturation);
        double falling = value * (1 - saturation * (hue - Math.floor(hue)));
        double rising = value * (1 - saturation * (1 - (hue - Math.floor(hue))));
        return switch ((int) hue) {
            case 0 -> colour(value, rising, low);
            case 1 -> colour(falling, value, low);
            case 2 -> colour(low, value, rising);
            case 3 -> colour(low, falling, value);
            case 4 -> colour(rising, low, value);
            default -> colour(value, low, falling);
        };
    }

    private int cmyk(int pixel) {
        int light = 255 - eightBits(4 * pixel + 3);
        return colour(light - eightBits(4 * pixel), light - eightBits(4 * pixel + 1), light - eightBits(4 * pixel + 2));
    }

    /** The first sample is an index of the palette; where it is 0, the other three are the colour. */
    private PixelColours argb(DataSet header) {
        Palette palette = Palette.of(header);
        return pixel -> samples.at(4 * pixel) == 0 ? rgb(4 * pixel + 1) : palette.colour(samples.at(4 * pixel));
    }

    private int eightBits(int index) {
        long sample = samples.at(index);
        long value = bits > 8 ? sample >> (bits - 8) : bits == 8 ? sample : sample * 255 / ((1 << bits) - 1);
        return (int) Math.max(0, Math.min(255, value));
    }

    private static int colour(double red, double green, double blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
