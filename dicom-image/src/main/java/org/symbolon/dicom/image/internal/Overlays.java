package org.symbolon.dicom.image.internal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.internal.cells.FrameCells;

/** Overlay planes (PS3.3 C.9.2): groups 6000 to 601E, with data of their own or, retired, in unused bits of the pixel cells. */
public final class Overlays {
    private static final int GROUPS = 16;
    private static final int GROUP_STEP = 0x00020000;

    /** Where the cells of the frame come from; asked only for overlays in them. */
    @FunctionalInterface
    public interface Cells {
        FrameCells read() throws IOException;
    }

    /** @param group added to the tags of group 6000 */
    private record Plane(DataSet header, int group) {
        int integer(int tag, int defaultValue) {
            return header.integer(tag + group, defaultValue);
        }

        int rows() {
            return integer(Tags.OverlayRows, 0);
        }

        int columns() {
            return integer(Tags.OverlayColumns, 0);
        }

        byte[] data() {
            return header.bytes(Tags.OverlayData + group);
        }

        /** From 0; the standard counts from 1. */
        int origin(int index) {
            List<String> values = header.strings(Tags.OverlayOrigin + group);
            try {
                return index < values.size() ? Integer.parseInt(values.get(index)) - 1 : 0;
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        /** The overlay's own frame for a frame of the image, -1 for none. */
        int frameOf(int imageFrame) {
            if (!header.contains(Tags.NumberOfFramesInOverlay + group)) {
                return 0;
            }
            int frame = imageFrame + 1 - integer(Tags.ImageFrameOrigin, 1);
            return frame < integer(Tags.NumberOfFramesInOverlay, 1) ? frame : -1;
        }
    }

    private Overlays() {}

    /** Draws all overlays of a frame in white; where one is shorter than its rows and columns, as far as it goes. */
    public static void draw(BufferedImage image, DataSet header, int frame, Cells cells) throws IOException {
        List<Plane> embedded = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            Plane plane = new Plane(header, i * GROUP_STEP);
            if (plane.data().length > 0 && plane.frameOf(frame) >= 0) {
                drawData(image, plane, plane.frameOf(frame));
            } else if (plane.data().length == 0 && plane.integer(Tags.OverlayBitPosition, 0) > 0) {
                embedded.add(plane);
            }
        }
        if (!embedded.isEmpty()) {
            FrameCells frameCells = cells.read();
            embedded.forEach(plane -> drawCells(image, plane, frameCells));
        }
    }

    private static void drawData(BufferedImage image, Plane plane, int overlayFrame) {
        byte[] data = plane.data();
        long firstBit = (long) overlayFrame * plane.rows() * plane.columns();
        int left = plane.origin(1);
        int top = plane.origin(0);
        for (int y = Math.max(0, -top); y < plane.rows() && y + top < image.getHeight(); y++) {
            for (int x = Math.max(0, -left); x < plane.columns() && x + left < image.getWidth(); x++) {
                long bit = firstBit + (long) y * plane.columns() + x;
                if (bit < 8L * data.length && (data[(int) (bit >> 3)] >> (bit & 7) & 1) != 0) {
                    white(image, x + left, y + top);
                }
            }
        }
    }

    private static void drawCells(BufferedImage image, Plane plane, FrameCells cells) {
        int width = cells.description().bitsAllocated() / 8;
        int bit = plane.integer(Tags.OverlayBitPosition, 0);
        boolean outside = bit < 8 * width
                && (bit > cells.description().highBit()
                        || bit
                                <= cells.description().highBit()
                                        - cells.description().bitsStored());
        if (!outside || cells.photometric().samples() != 1) {
            return;
        }
        byte[] bytes = cells.bytes();
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            if ((bytes[i * width + bit / 8] >> (bit % 8) & 1) != 0) {
                white(image, i % image.getWidth(), i / image.getWidth());
            }
        }
    }

    private static void white(BufferedImage image, int x, int y) {
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
            image.getRaster().setSample(x, y, band, 0xFFFF);
        }
    }
}
