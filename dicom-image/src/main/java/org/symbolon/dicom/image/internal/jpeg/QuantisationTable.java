package org.symbolon.dicom.image.internal.jpeg;

/** What coefficients are multiplied with, in zigzag order (T.81 B.2.4.1). */
final class QuantisationTable {
    private final int[] steps;

    QuantisationTable(int[] steps) {
        this.steps = steps;
    }

    int step(int zigzagIndex) {
        return steps[zigzagIndex];
    }
}
