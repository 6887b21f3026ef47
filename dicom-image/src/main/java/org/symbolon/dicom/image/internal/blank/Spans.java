package org.symbolon.dicom.image.internal.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.symbolon.dicom.image.Rectangle;

/**
 * The pixels of some rectangles inside of a frame, each once: bands of rows that have the same columns.
 *
 * @param bands from top to bottom, none empty
 */
public record Spans(int rows, int columns, List<Band> bands) {
    /** Rows from {@code top} on, above {@code bottom}. */
    public record Band(int top, int bottom, List<Columns> columns) {}

    /** Columns from {@code left} on, before {@code right}. */
    public record Columns(int left, int right) {}

    /**
     * Clips the rectangles to a frame and takes them apart.
     *
     * @param step columns that can only be blanked together, from a multiple of it on: 1, or 2 where neighbours share colours
     */
    public static Spans of(int rows, int columns, List<Rectangle> rectangles, int step) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (Rectangle rectangle : rectangles) {
            edges.add(Math.min(rows, rectangle.top()));
            edges.add(Math.min(rows, rectangle.bottom()));
        }
        List<Band> bands = new ArrayList<>();
        Integer top = null;
        for (int edge : edges) {
            if (top != null) {
                List<Columns> across = across(rectangles, top, columns, step);
                if (!across.isEmpty()) {
                    bands.add(new Band(top, edge, across));
                }
            }
            top = edge;
        }
        return new Spans(rows, columns, List.copyOf(bands));
    }

    public boolean isEmpty() {
        return bands.isEmpty();
    }

    /** Takes a run of neighbouring pixels, by their numbers in the frame. */
    @FunctionalInterface
    public interface RunSink<E extends Exception> {
        void run(int first, int end) throws E;
    }

    /** All pixels, in ascending order; rows that are blanked from end to end are one run with those below them. */
    public <E extends Exception> void forEachRun(RunSink<E> sink) throws E {
        for (Band band : bands) {
            Columns first = band.columns().get(0);
            if (first.left() == 0 && first.right() == columns) {
                sink.run(band.top() * columns, band.bottom() * columns);
                continue;
            }
            for (int row = band.top(); row < band.bottom(); row++) {
                for (Columns part : band.columns()) {
                    sink.run(row * columns + part.left(), row * columns + part.right());
                }
            }
        }
    }

    private static List<Columns> across(List<Rectangle> rectangles, int row, int columns, int step) {
        List<Columns> parts = new ArrayList<>();
        rectangles.stream()
                .filter(rectangle -> rectangle.top() <= row && rectangle.bottom() > row && rectangle.left() < columns)
                .map(rectangle -> new Columns(
                        rectangle.left() - rectangle.left() % step,
                        Math.min(columns, (rectangle.right() + step - 1) / step * step)))
                .sorted((a, b) -> Integer.compare(a.left(), b.left()))
                .forEach(part -> append(parts, part));
        return List.copyOf(parts);
    }

    private static void append(List<Columns> parts, Columns part) {
        Columns last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && part.left() <= last.right()) {
            parts.set(parts.size() - 1, new Columns(last.left(), Math.max(last.right(), part.right())));
        } else {
            parts.add(part);
        }
    }
}
