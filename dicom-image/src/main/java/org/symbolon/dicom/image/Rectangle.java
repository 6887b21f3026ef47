package org.symbolon.dicom.image;

/**
 * A part of a frame, in pixels. It need not lie inside of the frame: what is outside does not count.
 *
 * @param left column of its first pixel, from 0
 * @param top row of its first pixel, from 0
 */
public record Rectangle(int left, int top, int width, int height) {
    /** The longest edge that an image can have (PS3.3 C.7.6.3: US). */
    public static final int MAX_EDGE = 0xFFFF;

    public Rectangle {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("A rectangle has no negative corner and at least one pixel");
        }
        if (left > MAX_EDGE || top > MAX_EDGE || width > MAX_EDGE || height > MAX_EDGE) {
            throw new IllegalArgumentException("No image has more than " + MAX_EDGE + " rows or columns");
        }
    }

    /** The first column behind it. */
    public int right() {
        return left + width;
    }

    /** The first row below it. */
    public int bottom() {
        return top + height;
    }
}
