package org.symbolon.testkit.internal.exam;

import java.util.Map;
import java.util.TreeMap;
import org.symbolon.testkit.internal.phantom.Raster;

/** Burns text into pictures, with letters of 5 by 7 dots; other characters than capitals and digits are blanks. */
final class Lettering {
    static final int HEIGHT = 7;
    private static final int WIDTH = 5;
    private static final int ADVANCE = 6;

    /** Columns from left to right, the lowest bit on top. */
    private static final Map<Character, String> GLYPHS = glyphs();

    private Lettering() {}

    /** Where a text was burned in. */
    record Box(int x, int y, int width, int height) {
        /** As an answer key tells it. */
        String place(int frame) {
            return "pixels " + frame + " " + x + " " + y + " " + width + " " + height;
        }
    }

    /** The picture with the text in white, each dot {@code scale} pixels wide; nothing else changes. */
    static Raster burn(Raster picture, String text, int left, int top, int scale) {
        byte[] samples = picture.samples().clone();
        int bytes = picture.samplesPerPixel() * picture.bytesPerSample();
        forEachDot(text, (column, row) -> {
            for (int i = 0; i < scale * scale; i++) {
                int x = left + column * scale + i % scale;
                int y = top + row * scale + i / scale;
                if (x < picture.columns() && y < picture.rows()) {
                    paint(samples, (y * picture.columns() + x) * bytes, picture);
                }
            }
        });
        return Raster.of(
                picture.columns(), picture.rows(), picture.samplesPerPixel(), picture.bytesPerSample(), samples);
    }

    /** What {@link #burn} covers, as far as it is inside the picture. */
    static Box box(Raster picture, String text, int left, int top, int scale) {
        int width = Math.min(text.length() * ADVANCE * scale, picture.columns() - left);
        int height = Math.min(HEIGHT * scale, picture.rows() - top);
        return new Box(left, top, width, height);
    }

    /** An overlay plane (PS3.3 C.9.2): one bit a pixel, the lowest first. */
    static byte[] overlay(String text, int columns, int rows) {
        byte[] bits = new byte[(columns * rows + 15) / 16 * 2];
        forEachDot(text, (column, row) -> {
            int at = (row + 2) * columns + column + 2;
            if (column + 2 < columns && at < columns * rows) {
                bits[at / 8] |= (byte) (1 << at % 8);
            }
        });
        return bits;
    }

    private interface Dot {
        void at(int column, int row);
    }

    private static void forEachDot(String text, Dot dot) {
        for (int i = 0; i < text.length(); i++) {
            String glyph = GLYPHS.getOrDefault(Character.toUpperCase(text.charAt(i)), "0000000000");
            for (int column = 0; column < WIDTH; column++) {
                int bits = Integer.parseInt(glyph.substring(2 * column, 2 * column + 2), 16);
                for (int row = 0; row < HEIGHT; row++) {
                    if ((bits >> row & 1) == 1) {
                        dot.at(i * ADVANCE + column, row);
                    }
                }
            }
        }
    }

    private static void paint(byte[] samples, int at, Raster picture) {
        for (int sample = 0; sample < picture.samplesPerPixel(); sample++) {
            if (picture.bytesPerSample() == 1) {
                samples[at + sample] = (byte) 0xFE;
            } else {
                samples[at + 2 * sample] = (byte) 0xF0;
                samples[at + 2 * sample + 1] = 0x0F;
            }
        }
    }

    private static Map<Character, String> glyphs() {
        String[] letters = {
            "7E1111117E", "7F49494936", "3E41414122", "7F4141221C", "7F49494941", "7F09090901", "3E4149497A",
            "7F0808087F", "00417F4100", "2040413F01", "7F08142241", "7F40404040", "7F020C027F", "7F0408107F",
            "3E4141413E", "7F09090906", "3E4151215E", "7F09192946", "4649494931", "01017F0101", "3F4040403F",
            "1F2040201F", "3F4038403F", "6314081463", "0708700807", "6151494543"
        };
        String[] digits = {
            "3E5149453E",
            "00427F4000",
            "4261514946",
            "2141454B31",
            "1814127F10",
            "2745454539",
            "3C4A494930",
            "0171090503",
            "3649494936",
            "064949291E"
        };
        Map<Character, String> glyphs = new TreeMap<>();
        for (int i = 0; i < letters.length; i++) {
            glyphs.put((char) ('A' + i), letters[i]);
        }
        for (int i = 0; i < digits.length; i++) {
            glyphs.put((char) ('0' + i), digits[i]);
        }
        return Map.copyOf(glyphs);
    }
}
