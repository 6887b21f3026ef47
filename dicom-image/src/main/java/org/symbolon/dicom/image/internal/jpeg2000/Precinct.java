package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** A precinct (T.800 B.6): for each sub-band of its resolution a grid of code-blocks. */
final class Precinct {
    private final List<Band> bands;
    private int layersRead;

    /** The code-blocks of one sub-band. */
    static final class Band {
        private final Subband subband;
        private final Area area;
        private final int widthExponent;
        private final int heightExponent;
        private final int columns;
        private final int rows;
        private final CodeBlock[] blocks;
        private final TagTree inclusion;
        private final TagTree zeroPlanes;

        Band(Subband subband, Area area, int widthExponent, int heightExponent) {
            this.subband = subband;
            this.area = area;
            this.widthExponent = widthExponent;
            this.heightExponent = heightExponent;
            this.columns = area.isEmpty() ? 0 : blocks(area.x0(), area.x1(), widthExponent);
            this.rows = area.isEmpty() ? 0 : blocks(area.y0(), area.y1(), heightExponent);
            this.blocks = new CodeBlock[columns * rows];
            this.inclusion = new TagTree(columns, rows);
            this.zeroPlanes = new TagTree(columns, rows);
        }

        private static int blocks(int from, int to, int exponent) {
            return (int) Area.ceilShift(to, exponent) - (from >> exponent);
        }

        Subband subband() {
            return subband;
        }

        int columns() {
            return columns;
        }

        int rows() {
            return rows;
        }

        /** Row by row; null where no packet has included the block yet. */
        CodeBlock[] blocks() {
            return blocks;
        }

        TagTree inclusion() {
            return inclusion;
        }

        TagTree zeroPlanes() {
            return zeroPlanes;
        }

        /** The part of the code-block grid's cell that lies in the precinct. */
        Area blockArea(int column, int row) {
            long x = (long) ((area.x0() >> widthExponent) + column) << widthExponent;
            long y = (long) ((area.y0() >> heightExponent) + row) << heightExponent;
            return Area.of(
                    Math.max(x, area.x0()),
                    Math.max(y, area.y0()),
                    Math.min(x + (1L << widthExponent), area.x1()),
                    Math.min(y + (1L << heightExponent), area.y1()));
        }
    }

    private Precinct(List<Band> bands) {
        this.bands = bands;
    }

    static Precinct of(Resolution resolution, int index) {
        ComponentCoding coding = resolution.coding();
        // Sub-bands above the lowest resolution have half its coordinates.
        int half = resolution.level() == 0 ? 0 : 1;
        int widthExponent = coding.precinctWidthExponent(resolution.level()) - half;
        int heightExponent = coding.precinctHeightExponent(resolution.level()) - half;
        long column = (long) resolution.firstColumn() + index % resolution.precinctsAcross();
        long row = (long) resolution.firstRow() + index / resolution.precinctsAcross();
        List<Band> bands = new ArrayList<>();
        for (Subband subband : resolution.subbands()) {
            Area band = subband.area();
            Area area = Area.of(
                    Math.max(column << widthExponent, band.x0()),
                    Math.max(row << heightExponent, band.y0()),
                    Math.min((column + 1) << widthExponent, band.x1()),
                    Math.min((row + 1) << heightExponent, band.y1()));
            bands.add(new Band(
                    subband,
                    area,
                    Math.min(coding.blockWidthExponent(), widthExponent),
                    Math.min(coding.blockHeightExponent(), heightExponent)));
        }
        return new Precinct(bands);
    }

    List<Band> bands() {
        return bands;
    }

    int layersRead() {
        return layersRead;
    }

    void layerRead() {
        layersRead++;
    }
}
