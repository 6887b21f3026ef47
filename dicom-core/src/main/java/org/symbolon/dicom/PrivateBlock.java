package org.symbolon.dicom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The private elements of one creator in one group of a data set or item (PS3.5 7.8.1), by the lower two digits of their
 * element numbers: wherever the block lies, (0029,xx08) is element 8. Putting reserves a block if there is none. Not
 * thread-safe.
 */
public final class PrivateBlock {
    private static final int FIRST_BLOCK = 0x10;
    private static final int LAST_BLOCK = 0xFF;

    private final DataSet dataSet;
    private final int group;
    private final String creator;

    PrivateBlock(DataSet dataSet, int group, String creator) {
        if ((group & 1) == 0 || group <= 8 || group >= 0xFFFF || creator.isBlank()) {
            throw new IllegalArgumentException("A private block has an odd group from 0009 on and a creator");
        }
        this.dataSet = dataSet;
        this.group = group;
        this.creator = creator.strip();
    }

    /** The tag of an element of the block, 00 to FF; -1 if no block is reserved for the creator. */
    public int tag(int element) {
        requireElement(element);
        for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
            if (dataSet.string(Tag.of(group, block)).equals(creator)) {
                return Tag.of(group, block << 8 | element);
            }
        }
        return -1;
    }

    /** The element, null if absent. */
    public @Nullable Element element(int element) {
        int tag = tag(element);
        return tag == -1 ? null : dataSet.element(tag);
    }

    /** As {@link DataSet#string}. */
    public String string(int element) {
        int tag = tag(element);
        return tag == -1 ? "" : dataSet.string(tag);
    }

    /** As {@link DataSet#strings}. */
    public List<String> strings(int element) {
        int tag = tag(element);
        return tag == -1 ? List.of() : dataSet.strings(tag);
    }

    /** As {@link DataSet#put(int, Vr, String...)}. */
    public PrivateBlock put(int element, Vr vr, String... values) {
        dataSet.put(reserved(element), vr, values);
        return this;
    }

    /** As {@link DataSet#putBytes}. */
    public PrivateBlock putBytes(int element, Vr vr, byte[] value) {
        dataSet.putBytes(reserved(element), vr, value);
        return this;
    }

    /** As {@link DataSet#putSequence}. */
    public PrivateBlock putSequence(int element, List<DataSet> items) {
        dataSet.putSequence(reserved(element), items);
        return this;
    }

    public PrivateBlock remove(int element) {
        int tag = tag(element);
        if (tag != -1) {
            dataSet.remove(tag);
        }
        return this;
    }

    private int reserved(int element) {
        int tag = tag(element);
        for (int block = FIRST_BLOCK; tag == -1 && block <= LAST_BLOCK; block++) {
            if (!dataSet.contains(Tag.of(group, block))) {
                dataSet.put(Tag.of(group, block), Vr.LO, creator);
                tag = Tag.of(group, block << 8 | element);
            }
        }
        if (tag == -1) {
            throw new IllegalStateException("The group has no free block");
        }
        return tag;
    }

    private static void requireElement(int element) {
        if (element < 0 || element > 0xFF) {
            throw new IllegalArgumentException("An element of a block is 00 to FF");
        }
    }
}
