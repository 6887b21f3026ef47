package org.symbolon.testkit.score;

import java.io.IOException;
import java.nio.file.Path;

/** Decides the checks on pixels, whose places are {@code pixels frame x y width height}. */
final class PixelJudge {
    private final Path original;
    private final Path file;
    private final Frames frames;

    PixelJudge(Path original, Path file, Frames frames) {
        this.original = original;
        this.file = file;
        this.frames = frames;
    }

    /** A rectangle of a frame. */
    private record Region(int frame, int x, int y, int width, int height) {
        static Region of(Check check) {
            String[] parts = check.place().split(" ", -1);
            if (parts.length != 6) {
                throw new IllegalArgumentException("A place in pixels has a frame and a rectangle");
            }
            int[] numbers = new int[5];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Integer.parseInt(parts[i + 1]);
            }
            return new Region(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        }
    }

    /** Whether the region is of one colour: then nobody reads a text from it. */
    String hidden(Check check) throws IOException {
        Region region = Region.of(check);
        Frames.Frame frame = frames.decode(file, region.frame());
        for (int y = region.y(); y < region.y() + region.height(); y++) {
            for (int x = region.x(); x < region.x() + region.width(); x++) {
                for (int sample = 0; sample < frame.samplesPerPixel(); sample++) {
                    if (frame.at(x, y, sample) != frame.at(region.x(), region.y(), sample)) {
                        return "the text's region is not of one colour";
                    }
                }
            }
        }
        return Judge.PASSED;
    }

    String retained(Check check) throws IOException {
        Region region = Region.of(check);
        Frames.Frame before = frames.decode(original, region.frame());
        Frames.Frame after = frames.decode(file, region.frame());
        if (before.samplesPerPixel() != after.samplesPerPixel() || before.columns() != after.columns()) {
            return "the frame has another shape";
        }
        for (int y = region.y(); y < region.y() + region.height(); y++) {
            for (int x = region.x(); x < region.x() + region.width(); x++) {
                for (int sample = 0; sample < before.samplesPerPixel(); sample++) {
                    if (before.at(x, y, sample) != after.at(x, y, sample)) {
                        return "a sample differs";
                    }
                }
            }
        }
        return Judge.PASSED;
    }
}
