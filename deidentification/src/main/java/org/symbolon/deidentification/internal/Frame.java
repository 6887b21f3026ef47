package org.symbolon.deidentification.internal;

import org.jspecify.annotations.Nullable;

/**
 * Something that has a length and may become longer or shorter: a sequence, an item, the data set, or a group that begins
 * with its retired group length (PS3.5 section 7.2). Mutable, owned by one plan.
 */
final class Frame {
    /** For sequences and items that end with a delimiter, and for the data set. */
    static final long UNDEFINED = -1;

    final @Nullable Frame parent;
    final int depth;
    final long lengthOffset;
    final long length;
    final ElementEncoder encoder;
    /** Of a group length; -1 for all others. */
    final int group;

    /** The group that is open in this data set or item. */
    @Nullable
    Frame openGroup;

    private long delta;

    Frame(@Nullable Frame parent, int depth, long lengthOffset, long length, ElementEncoder encoder, int group) {
        this.parent = parent;
        this.depth = depth;
        this.lengthOffset = lengthOffset;
        this.length = length;
        this.encoder = encoder;
        this.group = group;
    }

    /** The innermost frame for an element of the group that stands here. */
    Frame forGroup(int elementGroup) {
        Frame open = openGroup;
        if (open != null && open.group == elementGroup) {
            return open;
        }
        openGroup = null;
        return this;
    }

    void grow(long bytes) {
        for (Frame frame = this; frame != null; frame = frame.parent) {
            frame.delta += bytes;
        }
    }

    boolean lengthChanges() {
        return length != UNDEFINED && delta != 0 && newLength() >= 0;
    }

    long newLength() {
        return length + delta;
    }
}
