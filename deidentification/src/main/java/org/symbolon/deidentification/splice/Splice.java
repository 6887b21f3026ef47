package org.symbolon.deidentification.splice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file from some offset to its end, with edits applied. Only what stands between close edits is held in memory; the rest
 * is copied from the file when it is written, so the file must stay as it is: a change of its size or time is an error. So
 * must files that edits bring bytes from.
 * Immutable and thread-safe; holds no open file.
 */
public final class Splice {
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
     * Reads what the edits remove, as far as it is short. What is long, and all beyond a few MiB, stays in the source file:
     * the inverse edits are good as long as that file is there and as it was.
     *
     * @param base offset in the file of the byte that the edits call 0
     * @param edits as {@link Edit#normalise} gives them, none beyond the end of the file
     */
    public static Splice of(Path source, long base, List<Edit> edits) throws IOException {
        try (SourceFile file = SourceFile.open(source)) {
            return of(file, base, edits);
        }
    }

    /** The same of a file that is open and stays so; what it is now counts as what it was when it was opened. */
    public static Splice of(SourceFile file, long base, List<Edit> edits) throws IOException {
        SpliceBuilder builder = new SpliceBuilder(file, base);
        for (Edit edit : edits) {
            builder.add(edit);
        }
        builder.finish(file.size() - base);
        return new Splice(file.path(), file.size(), file.time(), builder.segments(), builder.inverse());
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
                if (segment instanceof Segment.Range range) {
                    FileRanges.transfer(channel, range.offset(), range.length(), target);
                } else if (segment instanceof Segment.Brought brought) {
                    brought.bytes().writeTo(target);
                }
            }
        }
    }

    /** Writes the result to the stream, without closing it. */
    public void writeTo(OutputStream target) throws IOException {
        try (FileChannel channel = open()) {
            byte[] chunk = new byte[FileRanges.CHUNK_BYTES];
            for (Segment segment : segments) {
                if (segment instanceof Segment.Range range) {
                    FileRanges.read(channel, range.offset(), range.length(), chunk, target::write);
                } else if (segment instanceof Segment.Brought brought) {
                    brought.bytes().writeTo(target);
                }
            }
        }
    }

    /** Reads the file once and gives the SHA-256 digests of it and of the result. */
    public Digests digests() throws IOException {
        return ObjectDigests.SHA_256.of(this);
    }

    /** Reads the file once, and hands over every byte of it and of the result, each side in its order. */
    public void walk(SpliceSides sides) throws IOException {
        try (SourceFile file = SourceFile.open(source)) {
            if (file.size() != sourceSize || !file.time().equals(sourceTime)) {
                throw SourceFile.changed();
            }
            walk(file, sides, null);
        }
    }

    /**
     * Reads the source once, to both sides and, if there is a target, with the result written to it on the way. An error if the
     * file changed since it was opened; what was written is of no use then.
     *
     * @param file of which this splice was made
     */
    public void walk(SourceFile file, SpliceSides sides, @Nullable WritableByteChannel target) throws IOException {
        OutputStream brought = new BroughtBytes(sides);
        long position = 0;
        for (Segment segment : segments) {
            if (segment instanceof Segment.Brought bytes) {
                bytes.bytes().writeTo(brought);
                if (target != null) {
                    bytes.bytes().writeTo(target);
                }
            } else if (segment instanceof Segment.Range range) {
                file.pieces(position, range.offset() - position, sides::removed);
                file.pieces(range.offset(), range.length(), piece -> {
                    if (target != null) {
                        FileRanges.writeFully(target, piece.duplicate());
                    }
                    sides.kept(piece);
                });
                position = range.offset() + range.length();
            }
        }
        file.pieces(position, sourceSize - position, sides::removed);
        file.requireUnchanged();
    }

    /** What edits bring, as a stream. */
    private static final class BroughtBytes extends OutputStream {
        private final SpliceSides sides;

        BroughtBytes(SpliceSides sides) {
            this.sides = sides;
        }

        @Override
        public void write(int b) {
            sides.brought(ByteBuffer.wrap(new byte[] {(byte) b}));
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            sides.brought(ByteBuffer.wrap(bytes, from, length));
        }
    }

    private FileChannel open() throws IOException {
        FileChannel channel = FileChannel.open(source, StandardOpenOption.READ);
        if (channel.size() != sourceSize || !Files.getLastModifiedTime(source).equals(sourceTime)) {
            channel.close();
            throw SourceFile.changed();
        }
        return channel;
    }
}
