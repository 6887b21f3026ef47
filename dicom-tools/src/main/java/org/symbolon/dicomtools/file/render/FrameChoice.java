package org.symbolon.dicomtools.file.render;

import org.symbolon.dicom.image.ImageException;

/**
 * Which frames of an image.
 *
 * @param number from 1, as DICOM counts them; 0 for all
 */
public record FrameChoice(int number) {
    private static final String ALL_FRAMES = "all";

    public FrameChoice {
        if (number < 0) {
            throw new IllegalArgumentException("Frames count from 1");
        }
    }

    /** {@code all} or a number from 1. */
    public static FrameChoice parse(String text) {
        if (text.equals(ALL_FRAMES)) {
            return new FrameChoice(0);
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("a frame is a number from 1, or all");
        }
        return new FrameChoice(Integer.parseInt(text));
    }

    /** The first frame, from 0. */
    int first() {
        return Math.max(0, number - 1);
    }

    /** Behind the last frame, from 0. */
    int end(int count) {
        if (number > count) {
            throw new ImageException(
                    ImageException.Problem.NO_SUCH_FRAME, "no frame " + number + ": the image has " + count);
        }
        return number == 0 ? count : number;
    }
}
