package org.symbolon.deidentification.pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.Rectangle;

/**
 * The Sequence of Ultrasound Regions (0018,6011; PS3.3 C.8.5.5): where the device says its image data lie. What it writes
 * about patient and examination stands outside of them.
 */
final class UltrasoundRegions {
    private static final int MAX_REGIONS = 1000;
    /** A region that is as good as the whole image says nothing about what is drawn on it. */
    private static final double WHOLE_IMAGE = 0.98;
    /** Names stand at the top: a region that begins there is believed only if it is a narrow one. */
    private static final double BROAD = 0.5;

    private UltrasoundRegions() {}

    /** All that is outside; empty if the regions do not say anything, or leave nothing outside. */
    static List<Rectangle> outside(DataSet header) {
        int rows = header.integer(Tags.Rows, 0);
        int columns = header.integer(Tags.Columns, 0);
        List<DataSet> items = header.sequence(Tags.SequenceOfUltrasoundRegions);
        if (items.isEmpty() || items.size() > MAX_REGIONS || rows < 1 || columns < 1) {
            return List.of();
        }
        List<Rectangle> regions = new ArrayList<>();
        for (DataSet item : items) {
            int left = item.integer(Tags.RegionLocationMinX0, -1);
            int top = item.integer(Tags.RegionLocationMinY0, -1);
            int right = Math.min(columns - 1, item.integer(Tags.RegionLocationMaxX1, -1));
            int bottom = Math.min(rows - 1, item.integer(Tags.RegionLocationMaxY1, -1));
            if (left < 0 || top < 0 || right < left || bottom < top) {
                return List.of();
            }
            Rectangle region = new Rectangle(left, top, right - left + 1, bottom - top + 1);
            boolean whole = region.height() > WHOLE_IMAGE * rows && region.width() > WHOLE_IMAGE * columns;
            if (whole || (top == 0 && region.width() > BROAD * columns)) {
                return List.of();
            }
            regions.add(region);
        }
        return complement(regions, rows, columns);
    }

    private static List<Rectangle> complement(List<Rectangle> regions, int rows, int columns) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, rows));
        regions.forEach(region -> {
            edges.add(region.top());
            edges.add(region.bottom());
        });
        List<Rectangle> outside = new ArrayList<>();
        for (Integer top : edges) {
            Integer bottom = edges.higher(top);
            if (bottom != null) {
                band(regions, top, bottom, columns, outside);
            }
        }
        return outside;
    }

    private static void band(List<Rectangle> regions, int top, int bottom, int columns, List<Rectangle> outside) {
        List<Rectangle> inside = regions.stream()
                .filter(region -> region.top() <= top && region.bottom() >= bottom)
                .sorted((a, b) -> Integer.compare(a.left(), b.left()))
                .toList();
        int free = 0;
        for (Rectangle region : inside) {
            if (region.left() > free) {
                outside.add(new Rectangle(free, top, region.left() - free, bottom - top));
            }
            free = Math.max(free, region.right());
        }
        if (free < columns) {
            outside.add(new Rectangle(free, top, columns - free, bottom - top));
        }
    }
}
