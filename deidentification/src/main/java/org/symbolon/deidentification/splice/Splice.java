package org.symbolon.deidentification.splice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.List;

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
        try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
            FileTime time = Files.getLastModifiedTime(source);
            long size = channel.size();
            SpliceBuilder builder = new SpliceBuilder(source, new SourceWindow(channel), base);
            for (Edit edit : edits) {
                builder.add(edit);
            }
            builder.finish(size - base);
            return new Splice(source, size, time, builder.segments(), builder.inverse());
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
        MessageDigest ofSource = Digests.sha256();
        MessageDigest ofResult = Digests.sha256();
        walk(new SpliceSides() {
            @Override
            public void removed(byte[] bytes, int from, int length) {
                ofSource.update(bytes, from, length);
            }

            @Override
            public void brought(byte[] bytes, int from, int length) {
                ofResult.update(bytes, from, length);
            }

            @Override
            public void kept(byte[] bytes, int from, int length) {
                ofSource.update(bytes, from, length);
                ofResult.update(bytes, from, length);
            }
        });
        return new Digests(Digests.hex(ofSource), Digests.hex(ofResult));
    }

    /** Reads the file once, and hands over every byte of it and of the result, each side in its order. */
    public void walk(SpliceSides sides) throws IOException {
        OutputStream brought = new BroughtBytes(sides);
        byte[] chunk = new byte[FileRanges.CHUNK_BYTES];
        try (FileChannel channel = open()) {
            long position = 0;
            for (Segment segment : segments) {
                if (segment instanceof Segment.Brought bytes) {
                    bytes.bytes().writeTo(brought);
                } else if (segment instanceof Segment.Range range) {
                    FileRanges.read(channel, position, range.offset() - position, chunk, sides::removed);
                    FileRanges.read(channel, range.offset(), range.length(), chunk, sides::kept);
                    position = range.offset() + range.length();
                }
            }
            FileRanges.read(channel, position, sourceSize - position, chunk, sides::removed);
        }
    }

    /** What edits bring, as a stream. */
    private static final class BroughtBytes extends OutputStream {
        private final SpliceSides sides;

        BroughtBytes(SpliceSides sides) {
            this.sides = sides;
        }

        @Override
        public void write(int b) {
            sides.brought(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            sides.brought(bytes, from, length);
        }
    }

    private FileChannel open() throws IOException {
        FileChannel channel = FileChannel.open(source, StandardOpenOption.READ);
        if (channel.size() != sourceSize || !Files.getLastModifiedTime(source).equals(sourceTime)) {
            channel.close();
            throw new IOException("The file changed while it was being de-identified");
        }
        return channel;
    }
}
