package org.symbolon.testkit.score;

import java.io.IOException;
import java.nio.file.Path;

/** Decodes pixels for the scorer. */
@FunctionalInterface
public interface Frames {
    /** One decoded frame; frames count from 0. */
    Frame decode(Path file, int frame) throws IOException;

    /** Samples interleaved by pixel, row by row. Nobody modifies them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Frame(int columns, int samplesPerPixel, long[] samples) {
        long at(int x, int y, int sample) {
            return samples[(y * columns + x) * samplesPerPixel + sample];
        }
    }
}
