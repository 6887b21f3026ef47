package org.symbolon.deidentification.splice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One replacement in a byte sequence. The array is not copied: do not change it.
 *
 * @param offset of the first byte replaced, in the sequence edited
 * @param length bytes that go, 0 for an insertion
 * @param replacement bytes that come, empty for a removal
 * @param content what the bytes are
 * @param depth nesting depth of the elements, 0 for the top level
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record Edit(long offset, long length, byte[] replacement, EditContent content, int depth) {
    private static final Comparator<Edit> ORDER =
            Comparator.comparingLong(Edit::offset).thenComparing(edit -> edit.length() > 0);

    public Edit {
        if (offset < 0 || length < 0 || depth < 0) {
            throw new IllegalArgumentException("An edit has no negative offset, length or depth");
        }
    }

    long end() {
        return offset + length;
    }

    /** Sorts by offset, insertions first, and joins neighbours of one kind. Edits that overlap are an error. */
    public static List<Edit> normalise(List<Edit> edits) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(ORDER);
        List<Edit> joined = new ArrayList<>(sorted.size());
        for (Edit edit : sorted) {
            Edit last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && edit.offset < last.end()) {
                throw new IllegalArgumentException("Edits overlap");
            }
            if (last != null && last.isContinuedBy(edit)) {
                joined.set(joined.size() - 1, last.join(edit));
            } else {
                joined.add(edit);
            }
        }
        return joined;
    }

    private boolean isContinuedBy(Edit next) {
        return end() == next.offset
                && content == next.content
                && depth == next.depth
                && content != EditContent.LENGTH_FIELD;
    }

    private Edit join(Edit next) {
        byte[] both = Arrays.copyOf(replacement, replacement.length + next.replacement.length);
        System.arraycopy(next.replacement, 0, both, replacement.length, next.replacement.length);
        return new Edit(offset, length + next.length, both, content, depth);
    }
}
