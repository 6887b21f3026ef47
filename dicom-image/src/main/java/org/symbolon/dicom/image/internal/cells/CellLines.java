package org.symbolon.dicom.image.internal.cells;

/** A frame's cells line by line. */
@FunctionalInterface
public interface CellLines {
    /** Copies a line of a component to the array from index 1 on, as unsigned numbers. */
    void copy(int row, int component, int[] line);
}
