package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One resolution of a tile-component (T.800 B.5, B.6). Level 0 is the lowest. */
final class Resolution {
    private final int level;
    private final Area area;
    private final ComponentCoding coding;
    private final List<Subband> subbands;
    private final int firstColumn;
    private final int firstRow;
    private final int precinctsAcross;
    private final int precinctsDown;
    private @Nullable Precinct @Nullable [] precincts;

    Resolution(int level, Area area, ComponentCoding coding, List<Subband> subbands) {
        this.level = level;
        this.area = area;
        this.coding = coding;
        this.subbands = subbands;
        int ppx = coding.precinctWidthExponent(level);
        int ppy = coding.precinctHeightExponent(level);
        this.firstColumn = area.x0() >> ppx;
        this.firstRow = area.y0() >> ppy;
        boolean empty = area.isEmpty();
        this.precinctsAcross = empty ? 0 : (int) Area.ceilShift(area.x1(), ppx) - firstColumn;
        this.precinctsDown = empty ? 0 : (int) Area.ceilShift(area.y1(), ppy) - firstRow;
    }

    int level() {
        return level;
    }

    Area area() {
        return area;
    }

    ComponentCoding coding() {
        return coding;
    }

    List<Subband> subbands() {
        return subbands;
    }

    /** Of the precinct grid. */
    int firstColumn() {
        return firstColumn;
    }

    /** Of the precinct grid. */
    int firstRow() {
        return firstRow;
    }

    int precinctsAcross() {
        return precinctsAcross;
    }

    long precinctCount() {
        return (long) precinctsAcross * precinctsDown;
    }

    /** Made when it is first asked for. */
    Precinct precinct(int index) {
        if (precincts == null) {
            precincts = new @Nullable Precinct[(int) precinctCount()];
        }
        Precinct found = precincts[index];
        if (found == null) {
            found = Precinct.of(this, index);
            precincts[index] = found;
        }
        return found;
    }

    /** The precinct if it was asked for before. */
    @Nullable
    Precinct precinctRead(int index) {
        return precincts == null ? null : precincts[index];
    }
}
