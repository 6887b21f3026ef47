package org.symbolon.deidentification.splice;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A file from some offset to its end, with edits applied. Only what stands between close edits is held in memory; the rest
 * is copied from the file when it is written, so the file must stay as it is: a change of its size or time is an error.
 * Immutable and thread-safe; holds no open file.
 */
public final class Splice {
    private static final int MAX_GAP_IN_MEMORY_BYTES = 64 << 10;
    private static final int MAX_IN_MEMORY_BYTES = 4 << 20;
    private static final int CHUNK_BYTES = 128 << 10;

    private final Path source;
    private final long sourceSize;
    private final FileTime sourceTime;
    private final List<Segment> segments;
    private final List<Edit> inverse;
    private final long resultLength;

    private Splice(Path source, long sourceSize, FileTime sourceTime, List<Segment> segments, List<Edit> inverse) {
        this.source = source;
        this.sourceSize = sourceSize;
        this.sourceTime = sourceTime;
        this.segments = segments;
        this.inverse = inverse;
        this.resultLength = segments.stream().mapToLong(Segment::length).sum();
    }

    /**
     * Reads what the edits remove.
     *
     * @param base offset in the file of the byte that the edits call 0
     * @param edits as {@link Edit#normalise} gives them, none beyond the end of the file
     */
    public static Splice of(Path source, long base, List<Edit> edits) throws IOException {
        try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
            FileTime time = Files.getLastModifiedTime(source);
            long size = channel.size();
            Builder builder = new Builder(new SourceWindow(channel), base);
            for (Edit edit : edits) {
                builder.add(edit);
            }
            builder.finish(size - base);
            return new Splice(source, size, time, List.copyOf(builder.segments), List.copyOf(builder.inverse));
        }
    }

    public long resultLength() {
        return resultLength;
    }

    public long sourceSize() {
        return sourceSize;
    }

    /** The edits that turn the result back into the source, in offsets of the result. */
    public List<Edit> inverse() {
        return inverse;
    }

    /** Writes the result to the channel, without closing it. */
    public void writeTo(WritableByteChannel target) throws IOException {
        try (FileChannel channel = open()) {
            for (Segment segment : segments) {
                if (segment instanceof Segment.Bytes held) {
                    writeFully(target, ByteBuffer.wrap(held.bytes()));
                } else if (segment instanceof Segment.Range range) {
                    transfer(channel, range, target);
                }
            }
        }
    }

    /** Writes the result to the stream, without closing it. */
    public void writeTo(OutputStream target) throws IOException {
        try (FileChannel channel = open()) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (Segment segment : segments) {
                if (segment instanceof Segment.Bytes held) {
                    target.write(held.bytes());
                } else if (segment instanceof Segment.Range range) {
                    readRange(channel, range.offset(), range.length(), chunk, target::write);
                }
            }
        }
    }

    /** Reads the file once and gives the digests of it and of the result. */
    public Digests digests() throws IOException {
        MessageDigest ofSource = Digests.sha256();
        MessageDigest ofResult = Digests.sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        try (FileChannel channel = open()) {
            long position = 0;
            for (Segment segment : segments) {
                if (segment instanceof Segment.Bytes held) {
                    ofResult.update(held.bytes());
                } else if (segment instanceof Segment.Range range) {
                    readRange(channel, position, range.offset() - position, chunk, ofSource::update);
                    readRange(channel, range.offset(), range.length(), chunk, (bytes, from, length) -> {
                        ofSource.update(bytes, from, length);
                        ofResult.update(bytes, from, length);
                    });
                    position = range.offset() + range.length();
                }
            }
            readRange(channel, position, sourceSize - position, chunk, ofSource::update);
        }
        return new Digests(Digests.hex(ofSource), Digests.hex(ofResult));
    }

    private FileChannel open() throws IOException {
        FileChannel channel = FileChannel.open(source, StandardOpenOption.READ);
        if (channel.size() != sourceSize || !Files.getLastModifiedTime(source).equals(sourceTime)) {
            channel.close();
            throw new IOException("The file changed while it was being de-identified");
        }
        return channel;
    }

    private static void transfer(FileChannel source, Segment.Range range, WritableByteChannel target)
            throws IOException {
        long position = range.offset();
        long end = range.offset() + range.length();
        while (position < end) {
            long moved = source.transferTo(position, end - position, target);
            if (moved <= 0 && source.size() < end) {
                throw new EOFException("The file became shorter while it was read");
            }
            position += moved;
        }
    }

    private static void writeFully(WritableByteChannel target, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    private interface Sink {
        void accept(byte[] bytes, int from, int length) throws IOException;
    }

    private static void readRange(FileChannel channel, long offset, long length, byte[] chunk, Sink sink)
            throws IOException {
        long position = offset;
        long end = offset + length;
        while (position < end) {
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, (int) Math.min(chunk.length, end - position));
            int read = channel.read(buffer, position);
            if (read < 0) {
                throw new EOFException("The file became shorter while it was read");
            }
            sink.accept(chunk, 0, read);
            position += read;
        }
    }

    /** Collects segments and inverse edits in one walk over the edits. */
    private static final class Builder {
        private final SourceWindow window;
        private final long base;
        private final List<Segment> segments = new ArrayList<>();
        private final List<Edit> inverse = new ArrayList<>();
        private ByteArrayOutputStream held = new ByteArrayOutputStream();
        private long position;
        private long resultPosition;
        private long totalHeldBytes;

        Builder(SourceWindow window, long base) {
            this.window = window;
            this.base = base;
        }

        void add(Edit edit) throws IOException {
            keepUntil(edit.offset());
            byte[] original = window.read(base + edit.offset(), Math.toIntExact(edit.length()));
            inverse.add(new Edit(resultPosition, edit.replacement().length, original, edit.content(), edit.depth()));
            held.writeBytes(edit.replacement());
            resultPosition += edit.replacement().length;
            position = edit.end();
        }

        void finish(long length) throws IOException {
            keepUntil(length);
            flush();
        }

        private void keepUntil(long offset) throws IOException {
            long gap = offset - position;
            if (gap < 0) {
                throw new IllegalArgumentException("An edit lies behind the end of the file, or before the last one");
            }
            if (gap <= MAX_GAP_IN_MEMORY_BYTES && totalHeldBytes + gap <= MAX_IN_MEMORY_BYTES) {
                held.writeBytes(window.read(base + position, (int) gap));
                totalHeldBytes += gap;
            } else {
                flush();
                segments.add(new Segment.Range(base + position, gap));
            }
            resultPosition += gap;
            position = offset;
        }

        private void flush() {
            if (held.size() > 0) {
                segments.add(new Segment.Bytes(held.toByteArray()));
                held = new ByteArrayOutputStream();
            }
        }
    }
}
