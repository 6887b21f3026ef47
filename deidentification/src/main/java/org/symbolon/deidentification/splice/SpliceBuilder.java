package org.symbolon.deidentification.splice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the segments of a splice and its inverse edits in one walk over the edits. What is short is copied together, up
 * to a total; what is long, or comes after that, is only pointed at. Used once, by one thread.
 */
final class SpliceBuilder {
    private static final int MAX_COPIED_BYTES = 64 << 10;
    private static final int MAX_IN_MEMORY_BYTES = 4 << 20;

    private final SourceFile source;
    private final long base;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Edit> inverse = new ArrayList<>();
    private ByteArrayOutputStream together = new ByteArrayOutputStream();
    private long position;
    private long resultPosition;
    private long copiedBytes;
    private long removedBytes;

    SpliceBuilder(SourceFile source, long base) {
        this.source = source;
        this.base = base;
    }

    void add(Edit edit) throws IOException {
        keepUntil(edit.offset());
        EditBytes original = original(base + edit.offset(), edit.length());
        inverse.add(new Edit(resultPosition, edit.replacementLength(), original, edit.content(), edit.depth()));
        bring(edit.brought());
        resultPosition += edit.replacementLength();
        position = edit.end();
    }

    void finish(long length) throws IOException {
        keepUntil(length);
        flush();
    }

    List<Segment> segments() {
        return List.copyOf(segments);
    }

    List<Edit> inverse() {
        return List.copyOf(inverse);
    }

    private EditBytes original(long offset, long length) throws IOException {
        if (length > MAX_COPIED_BYTES || removedBytes + length > MAX_IN_MEMORY_BYTES) {
            return EditBytes.of(source.path(), offset, length);
        }
        removedBytes += length;
        return EditBytes.of(source.bytes(offset, (int) length));
    }

    private void bring(EditBytes bytes) {
        if (bytes instanceof EditBytes.Held held && mayCopy(held.length())) {
            together.writeBytes(held.bytes());
            copiedBytes += held.length();
        } else {
            flush();
            segments.add(new Segment.Brought(bytes));
        }
    }

    private void keepUntil(long offset) throws IOException {
        long gap = offset - position;
        if (gap < 0) {
            throw new IllegalArgumentException("An edit lies behind the end of the file, or before the last one");
        }
        if (mayCopy(gap)) {
            together.writeBytes(source.bytes(base + position, (int) gap));
            copiedBytes += gap;
        } else {
            flush();
            segments.add(new Segment.Range(base + position, gap));
        }
        resultPosition += gap;
        position = offset;
    }

    private boolean mayCopy(long length) {
        return length <= MAX_COPIED_BYTES && copiedBytes + length <= MAX_IN_MEMORY_BYTES;
    }

    private void flush() {
        if (together.size() > 0) {
            segments.add(new Segment.Brought(EditBytes.of(together.toByteArray())));
            together = new ByteArrayOutputStream();
        }
    }
}
