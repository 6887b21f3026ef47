package org.symbolon.dicom.internal.edit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.internal.Encoding;

/** The data set or an item of it while it is scanned, with the lengths that depend on what it holds. */
final class Level {
    final @Nullable Level parent;
    final int sequenceTag;
    final @Nullable LengthField item;
    final @Nullable LengthField sequence;
    final Encoding encoding;
    final Map<Integer, LengthField> groups = new HashMap<>();

    @Nullable
    Element characterSet;

    Level(
            @Nullable Level parent,
            int sequenceTag,
            @Nullable LengthField item,
            @Nullable LengthField sequence,
            Encoding encoding) {
        this.parent = parent;
        this.sequenceTag = sequenceTag;
        this.item = item;
        this.sequence = sequence;
        this.encoding = encoding;
        this.characterSet = parent == null ? null : parent.characterSet;
    }

    /** An element of this level becomes so much longer, and with it everything around. */
    void grow(int tag, long bytes) {
        int changed = tag;
        for (Level level = this; level != null; level = level.parent) {
            LengthField group = Tag.isGroupLength(changed) ? null : level.groups.get(Tag.group(changed));
            if (group != null) {
                group.grow(bytes);
            }
            if (level.item != null) {
                level.item.grow(bytes);
            }
            if (level.sequence != null) {
                level.sequence.grow(bytes);
            }
            changed = level.sequenceTag;
        }
    }
}
