package org.symbolon.dicom.image.internal.jpeg;

import java.util.List;

/**
 * What a frame header says (T.81 B.2.2).
 *
 * @param process the second byte of its SOF marker
 * @param precision bits of a sample
 */
public record JpegHeader(int process, int precision, int rows, int columns, List<Component> components) {
    /** A colour component and its sampling factors. */
    public record Component(int id, int horizontal, int vertical, int quantisation) {}

    public static final int BASELINE = 0xC0;
    public static final int EXTENDED_SEQUENTIAL = 0xC1;
    public static final int PROGRESSIVE = 0xC2;
    public static final int LOSSLESS = 0xC3;

    int maxHorizontal() {
        return components.stream().mapToInt(Component::horizontal).max().orElse(1);
    }

    int maxVertical() {
        return components.stream().mapToInt(Component::vertical).max().orElse(1);
    }

    boolean isSubsampled() {
        return components.stream().anyMatch(c -> c.horizontal() != 1 || c.vertical() != 1);
    }
}
