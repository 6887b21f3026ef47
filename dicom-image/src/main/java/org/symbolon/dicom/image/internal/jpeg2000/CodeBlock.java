package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** A code-block and the bytes that packets brought for it. Not thread-safe. */
final class CodeBlock {
    private final Area area;
    private final int zeroPlanes;
    private final List<CodewordSegment> segments = new ArrayList<>(1);
    private int lengthBits = 3;

    /**
     * @param area in its sub-band
     * @param zeroPlanes the most significant planes that hold nothing
     */
    CodeBlock(Area area, int zeroPlanes) {
        this.area = area;
        this.zeroPlanes = zeroPlanes;
    }

    Area area() {
        return area;
    }

    int zeroPlanes() {
        return zeroPlanes;
    }

    List<CodewordSegment> segments() {
        return segments;
    }

    /** Lblock (T.800 B.10.7.1). */
    int lengthBits() {
        return lengthBits;
    }

    void widenLength(int by) {
        lengthBits += by;
    }

    /** The segment that the next pass belongs to: the last one while it has room, else a new one. */
    CodewordSegment openSegment(BlockStyle style, int passesToCome) {
        CodewordSegment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.passes() < last.maxPasses()) {
            return last;
        }
        int first = last == null ? 0 : last.firstPass() + last.passes();
        CodewordSegment next = new CodewordSegment(first, CodewordSegment.maxPasses(style, first, passesToCome));
        segments.add(next);
        return next;
    }
}
