package org.symbolon.deidentification.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.dicom.Tags;

/**
 * Links between the records of a directory are offsets in its file (PS3.3 F.3.2.2): they follow their records where these move.
 * Owned by one plan.
 */
final class DirectoryLinks {
    private static final Set<Integer> TAGS = Set.of(
            Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity,
            Tags.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity,
            Tags.OffsetOfTheNextDirectoryRecord,
            Tags.OffsetOfReferencedLowerLevelDirectoryEntity,
            Tags.MRDRDirectoryRecordOffset);

    private record Link(long valueOffset, boolean bigEndian, long target) {
        byte[] bytes(long newTarget) {
            return buffer(bigEndian).putInt((int) newTarget).array();
        }

        static ByteBuffer buffer(boolean bigEndian) {
            return ByteBuffer.allocate(Integer.BYTES).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        }
    }

    private final PlanExtras extras;
    private final List<Link> links = new ArrayList<>();

    DirectoryLinks(PlanExtras extras) {
        this.extras = extras;
    }

    static boolean isLink(int tag, long length) {
        return length == Integer.BYTES && TAGS.contains(tag);
    }

    void add(long valueOffset, boolean bigEndian, byte[] value) {
        long target = Integer.toUnsignedLong(Link.buffer(bigEndian).put(value).getInt(0));
        if (target != 0) {
            links.add(new Link(valueOffset, bigEndian, target));
        }
    }

    /** The edits of the data set, and those that they make necessary. */
    List<Edit> follow(List<Edit> edits) {
        if (links.isEmpty()) {
            return edits;
        }
        List<Edit> all = new ArrayList<>(edits);
        for (Link link : links) {
            long moved = moved(link.target() - extras.offsetBefore(), edits) + extras.offsetAfter();
            if (moved != link.target()) {
                byte[] bytes = link.bytes(moved);
                all.add(new Edit(link.valueOffset(), bytes.length, bytes, EditContent.OPAQUE, 0));
            }
        }
        return Edit.normalise(all);
    }

    private static long moved(long position, List<Edit> edits) {
        long moved = position;
        for (Edit edit : edits) {
            if (edit.offset() + edit.length() > position) {
                break;
            }
            moved += edit.brought().length() - edit.length();
        }
        return moved;
    }
}
