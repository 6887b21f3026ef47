package org.symbolon.dicomtools.file.dump;

import java.util.Set;

/**
 * How a dump looks.
 *
 * @param offsets whether each line begins with where the element stands in the file (of a deflated data set: inflated)
 * @param width how many characters of a value are shown
 * @param tags only these elements, at any depth, with what is in them; empty for all
 */
public record DumpOptions(Offsets offsets, int width, Set<Integer> tags) {
    /** Whether offsets are shown. */
    public enum Offsets {
        SHOWN,
        HIDDEN
    }

    public DumpOptions {
        if (width < 1) {
            throw new IllegalArgumentException("At least one character of a value is shown");
        }
        tags = Set.copyOf(tags);
    }
}
