package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * The SIZ marker segment (T.800 A.5.1): image and tiles on the reference grid.
 *
 * @param capabilities Rsiz
 * @param tileWidth as declared, at most the grid's edge
 */
record ImageGrid(
        int capabilities,
        Area image,
        int tileX0,
        int tileY0,
        int tileWidth,
        int tileHeight,
        List<ComponentSize> components) {
    private static final int MAX_TILES = 65535;
    private static final int MAX_PRECISION = 31;

    /** One component; separations are XRsiz and YRsiz. */
    record ComponentSize(int precision, SampleSign sign, int separationX, int separationY) {}

    /** How a component's samples are stored. */
    enum SampleSign {
        UNSIGNED,
        SIGNED
    }

    static ImageGrid read(Segment in, int maxComponents) {
        int capabilities = in.uint16();
        int x1 = coordinate(in);
        int y1 = coordinate(in);
        int x0 = coordinate(in);
        int y0 = coordinate(in);
        long tileWidth = in.uint32();
        long tileHeight = in.uint32();
        int tileX0 = coordinate(in);
        int tileY0 = coordinate(in);
        int count = in.uint16();
        if (x0 >= x1 || y0 >= y1) {
            throw Faults.corrupt("An image without area");
        }
        if (tileX0 > x0 || tileY0 > y0 || tileX0 + tileWidth <= x0 || tileY0 + tileHeight <= y0) {
            throw Faults.corrupt("Tiles that do not cover the image");
        }
        if (count < 1 || count > maxComponents) {
            throw Faults.corrupt("Another number of components than the image says");
        }
        Area image = new Area(x0, y0, x1, y1);
        List<ComponentSize> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            components.add(component(in, image));
        }
        ImageGrid grid = new ImageGrid(
                capabilities,
                image,
                tileX0,
                tileY0,
                (int) Math.min(tileWidth, Integer.MAX_VALUE),
                (int) Math.min(tileHeight, Integer.MAX_VALUE),
                List.copyOf(components));
        if (grid.tilesAcross() * grid.tilesDown() > MAX_TILES) {
            throw Faults.corrupt("More than 65535 tiles");
        }
        return grid;
    }

    private static ComponentSize component(Segment in, Area image) {
        int depth = in.uint8();
        int separationX = in.uint8();
        int separationY = in.uint8();
        int precision = (depth & 0x7F) + 1;
        if (separationX == 0 || separationY == 0 || precision > 38) {
            throw Faults.corrupt("A component with a wrong depth or sampling");
        }
        if (precision > MAX_PRECISION) {
            throw Faults.unsupported("A component of more than 31 bits");
        }
        if (image.dividedBy(separationX, separationY).isEmpty()) {
            throw Faults.corrupt("A component without samples");
        }
        SampleSign sign = (depth & 0x80) != 0 ? SampleSign.SIGNED : SampleSign.UNSIGNED;
        return new ComponentSize(precision, sign, separationX, separationY);
    }

    private static int coordinate(Segment in) {
        long value = in.uint32();
        if (value > Integer.MAX_VALUE) {
            throw Faults.unsupported("A reference grid of more than 31 bits");
        }
        return (int) value;
    }

    long tilesAcross() {
        return Area.ceilDivide((long) image.x1() - tileX0, tileWidth);
    }

    long tilesDown() {
        return Area.ceilDivide((long) image.y1() - tileY0, tileHeight);
    }

    int tiles() {
        return (int) (tilesAcross() * tilesDown());
    }

    /** The area of a tile on the reference grid (T.800 B-7). */
    Area tile(int index) {
        long column = index % tilesAcross();
        long row = index / tilesAcross();
        return Area.of(
                Math.max(tileX0 + column * tileWidth, image.x0()),
                Math.max(tileY0 + row * tileHeight, image.y0()),
                Math.min(tileX0 + (column + 1) * tileWidth, image.x1()),
                Math.min(tileY0 + (row + 1) * tileHeight, image.y1()));
    }

    int maxPrecision() {
        return components.stream().mapToInt(ComponentSize::precision).max().orElse(0);
    }
}
