package org.symbolon.deidentification.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.Rule;

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

    /** What happens to the value of the content item that this is; null if it is none, or tags alone decide. */
    @Nullable
    Rule contentRule;

    private @Nullable List<String> characterSets;
    private @Nullable Set<Integer> usedBlocks;
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

    /** What Specific Character Set (0008,0005) says here, or around here (PS3.5 6.1.2.2). */
    List<String> characterSets() {
        for (Frame frame = this; frame != null; frame = frame.parent) {
            if (frame.characterSets != null) {
                return frame.characterSets;
            }
        }
        return List.of();
    }

    void setCharacterSets(List<String> terms) {
        characterSets = terms;
    }

    /** Notes that something of a private block of this item stays, so that its creator does. */
    void useBlock(int creatorTag) {
        Set<Integer> blocks = usedBlocks;
        if (blocks == null) {
            blocks = new HashSet<>();
            usedBlocks = blocks;
        }
        blocks.add(creatorTag);
    }

    boolean usesBlock(int creatorTag) {
        return usedBlocks != null && usedBlocks.contains(creatorTag);
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
