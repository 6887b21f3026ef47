package org.symbolon.dicom.internal.xml;

import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.model.DataSetBuilder;

/** Where private attributes go whose block XML does not tell, only its creator (PS3.19 table A.1.5-2, PS3.5 7.8.1). */
final class PrivateBlocks {
    private static final int FIRST_BLOCK = 0x10;
    private static final int LAST_BLOCK = 0xFF;

    private final DataSet dataSet;
    private final DataSetBuilder builder;

    PrivateBlocks(DataSet dataSet, DataSetBuilder builder) {
        this.dataSet = dataSet;
        this.builder = builder;
    }

    /**
     * The tag in the block of that creator, which is reserved if it has none; a tag that names its block keeps it. A tag
     * already there goes to the creator's next block, for some reserve several; -1 if there is no room.
     */
    int place(int tag, String creator, long offset) {
        if (Tag.element(tag) > LAST_BLOCK) {
            int creatorTag = Tag.creatorOf(tag);
            if (!dataSet.contains(creatorTag)) {
                builder.values(dataSet, creatorTag, Vr.LO, creator, offset);
            }
            return tag;
        }
        int free = -1;
        for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
            int creatorTag = Tag.of(Tag.group(tag), block);
            int placed = Tag.of(Tag.group(tag), (block << 8) + Tag.element(tag));
            if (!dataSet.contains(creatorTag)) {
                free = free == -1 ? placed : free;
            } else if (dataSet.string(creatorTag).equals(creator) && !dataSet.contains(placed)) {
                return placed;
            }
        }
        if (free != -1) {
            builder.values(dataSet, Tag.creatorOf(free), Vr.LO, creator, offset);
        }
        return free;
    }
}
