package org.symbolon.deidentification.splice;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One replacement in a byte sequence.
 *
 * @param offset of the first byte replaced, in the sequence edited
 * @param length bytes that go, 0 for an insertion
 * @param brought bytes that come, none for a removal
 * @param content what the bytes are
 * @param depth nesting depth of the elements, 0 for the top level
 */
public record Edit(long offset, long length, EditBytes brought, EditContent content, int depth) {
    private static final int MAX_JOINED_BYTES = 1 << 20;
    private static final Comparator<Edit> ORDER =
            Comparator.comparingLong(Edit::offset).thenComparing(edit -> edit.length() > 0);

    public Edit {
        if (offset < 0 || length < 0 || depth < 0) {
            throw new IllegalArgumentException("An edit has no negative offset, length or depth");
        }
    }

    /** The array is not copied: do not change it. */
    public Edit(long offset, long length, byte[] replacement, EditContent content, int depth) {
        this(offset, length, EditBytes.of(replacement), content, depth);
    }

    /** The bytes that come, read if they lie in a file; see {@link EditBytes#bytes}. */
    public byte[] replacement() {
        return brought.bytes();
    }

    /** Bytes that come. */
    public long replacementLength() {
        return brought.length();
    }

    /** The same with its bytes in memory, for a file that will not stay. */
    public Edit held() {
        return brought instanceof EditBytes.Held ? this : new Edit(offset, length, replacement(), content, depth);
    }

    long end() {
        return offset + length;
    }

    /** Sorts by offset, insertions first, and joins neighbours of one kind. Edits that overlap are an error. */
    public static List<Edit> normalise(List<Edit> edits) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(ORDER);
        List<Edit> joined = new ArrayList<>(sorted.size());
        int run = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i < sorted.size() && sorted.get(i).offset < sorted.get(i - 1).end()) {
                throw new IllegalArgumentException("Edits overlap");
            }
            if (i == sorted.size() || !sorted.get(i - 1).isContinuedBy(sorted.get(i))) {
                joined.add(join(sorted.subList(run, i)));
                run = i;
            }
        }
        return joined;
    }

    private boolean isContinuedBy(Edit next) {
        return end() == next.offset
                && content == next.content
                && depth == next.depth
                && content != EditContent.LENGTH_FIELD
                && brought instanceof EditBytes.Held
                && next.brought instanceof EditBytes.Held
                && brought.length() + next.brought.length() <= MAX_JOINED_BYTES;
    }

    private static Edit join(List<Edit> run) {
        Edit first = run.get(0);
        if (run.size() == 1) {
            return first;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long length = 0;
        for (Edit edit : run) {
            all.writeBytes(edit.replacement());
            length += edit.length;
        }
        return new Edit(first.offset, length, all.toByteArray(), first.content, first.depth);
    }
}
