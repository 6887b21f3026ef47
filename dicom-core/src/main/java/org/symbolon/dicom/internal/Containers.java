package org.symbolon.dicom.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** The sequences and items that are open at the place where a reader stands. The outermost is the data set itself. */
public final class Containers {
    /** What kind of content is expected. */
    public enum Kind {
        DATA_SET,
        ITEM,
        SEQUENCE,
        FRAGMENTS
    }

    private static final int INITIAL_LEVELS = 8;
    private static final int MAX_CREATORS = 4096;
    private static final long UNDEFINED = -1;

    private Level[] levels = new Level[INITIAL_LEVELS];
    private int top;
    private int depth;

    private static final class Level {
        Kind kind = Kind.DATA_SET;
        int tag;
        Vr vr = Vr.UN;
        boolean unknown;
        Encoding encoding = Encoding.IMPLICIT_LITTLE;
        /** Where it ends, UNDEFINED if a delimiter tells. */
        long end;
        /** How many items or fragments it has had. */
        long items;
        /** The tag of the element before. */
        int previousTag;
        /** What no element in it may pass: the nearest end of an enclosing item, or of the source. */
        long limit;

        @Nullable
        Map<Integer, String> creators;
    }

    public Containers(long sourceSize, Encoding encoding) {
        Level dataSet = level(0);
        dataSet.encoding = encoding;
        dataSet.end = UNDEFINED;
        dataSet.limit = sourceSize;
    }

    public Kind kind() {
        return levels[top].kind;
    }

    /** How many items are open. */
    public int depth() {
        return depth;
    }

    public int tag() {
        return levels[top].tag;
    }

    public Vr vr() {
        return levels[top].vr;
    }

    public long limit() {
        return levels[top].limit;
    }

    public boolean isAtEnd(long position) {
        long end = levels[top].end;
        return end != UNDEFINED && position >= end;
    }

    /** The first byte behind the innermost container, -1 if a delimiter tells. */
    public long end() {
        return levels[top].end;
    }

    /** Counts an item or fragment of the innermost sequence, and tells how many there were. */
    public long countItem() {
        return ++levels[top].items;
    }

    /** Takes note of an element of the innermost item, and tells the one before; 0 if it is the first. */
    public int follow(int tag) {
        Level level = levels[top];
        int previous = level.previousTag;
        level.previousTag = tag;
        return previous;
    }

    /** The way to an element of that tag here, {@code (0040,A730)[2].(0040,A160)}; the tag -1 ends it at the container. */
    public String path(int tag) {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i <= top; i++) {
            Level level = levels[i];
            if (level.kind == Kind.ITEM) {
                path.append('[').append(Math.max(0, levels[i - 1].items - 1)).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Tag.format(level.tag));
            }
        }
        if (tag != -1 && tag != levels[top].tag) {
            path.append(path.isEmpty() ? "" : ".").append(Tag.format(tag));
        }
        return path.toString();
    }

    /** Whether the innermost item belongs to a sequence whose content may be written in another encoding. */
    public boolean isUnknownSequence() {
        return top > 0 && levels[top - 1].unknown;
    }

    /** Opens a sequence or fragments; false if it would end beyond what encloses it. */
    public boolean enter(Kind kind, int tag, Vr vr, boolean unknown, Encoding encoding, long position, long length) {
        long limit = levels[top].limit;
        if (length != UNDEFINED && length > Math.max(0, limit - position)) {
            return false;
        }
        Level level = push(kind, position, length, limit);
        level.tag = tag;
        level.vr = vr;
        level.unknown = unknown;
        level.encoding = encoding;
        return true;
    }

    /**
     * Opens an item; false if it would end beyond what encloses its sequence. An item may overrun its sequence, which then
     * ends with it: so do DCMTK and others.
     */
    public boolean enterItem(long position, long length) {
        Level sequence = levels[top];
        if (length != UNDEFINED && length > Math.max(0, sequence.limit - position)) {
            return false;
        }
        Level level = push(Kind.ITEM, position, length, sequence.limit);
        level.encoding = sequence.encoding;
        if (length != UNDEFINED) {
            level.limit = position + length;
        }
        depth++;
        return true;
    }

    public void changeEncoding(Encoding encoding) {
        levels[top].encoding = encoding;
    }

    public void leave() {
        if (levels[top].kind == Kind.ITEM) {
            depth--;
        }
        top--;
    }

    /** The encoding inside the innermost container. */
    public Encoding encoding() {
        return levels[top].encoding;
    }

    public void rememberCreator(int tag, byte[] bytes, int start, int length) {
        Level level = levels[top];
        Map<Integer, String> creators = level.creators;
        if (creators == null) {
            creators = new HashMap<>();
            level.creators = creators;
        }
        if (creators.size() >= MAX_CREATORS) {
            throw new DicomFormatException(
                    DicomProblem.LIMIT_EXCEEDED, "More private creators than the limit allows", tag, -1);
        }
        int end = start + length;
        while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        int from = start;
        while (from < end && bytes[from] == ' ') {
            from++;
        }
        creators.put(tag, new String(bytes, from, end - from, StandardCharsets.ISO_8859_1));
    }

    /** The creator that the data set or the innermost item names there; a sequence just entered belongs to what it lies in. */
    public @Nullable String creator(int creatorTag) {
        Kind kind = levels[top].kind;
        int holder = kind == Kind.DATA_SET || kind == Kind.ITEM ? top : top - 1;
        Map<Integer, String> creators = levels[holder].creators;
        String creator = creators == null ? null : creators.get(creatorTag);
        return creator == null || creator.isEmpty() ? null : creator;
    }

    private Level push(Kind kind, long position, long length, long limit) {
        Level level = level(++top);
        level.kind = kind;
        level.end = length == UNDEFINED ? UNDEFINED : position + length;
        level.limit = limit;
        level.unknown = false;
        level.creators = null;
        level.items = 0;
        level.previousTag = 0;
        return level;
    }

    private Level level(int index) {
        if (index == levels.length) {
            levels = Arrays.copyOf(levels, 2 * levels.length);
        }
        Level level = levels[index];
        if (level == null) {
            level = new Level();
            levels[index] = level;
        }
        return level;
    }
}
