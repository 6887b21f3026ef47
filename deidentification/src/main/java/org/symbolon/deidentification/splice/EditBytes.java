package org.symbolon.deidentification.splice;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes that an edit brings: held in memory, or a range of a file that must stay as it is as long as the edit is in use.
 * Immutable and thread-safe; holds no open file.
 */
public sealed interface EditBytes {

    long length();

    /**
     * All of them, read if they lie in a file. Not to be changed.
     *
     * @throws UncheckedIOException where the file cannot be read or became shorter
     * @throws IllegalStateException for more than an array can hold
     */
    byte[] bytes();

    /** Writes all of them, a piece at a time, without closing the stream. */
    void writeTo(OutputStream out) throws IOException;

    /** The same; a range of a file is not copied through the heap. */
    void writeTo(WritableByteChannel out) throws IOException;

    /** The array is not copied: do not change it. Many edits may share one. */
    static EditBytes of(byte[] bytes) {
        return new Held(bytes);
    }

    /** So many bytes of a file, from an offset on. */
    static EditBytes of(Path file, long offset, long length) {
        return new InFile(file, offset, length);
    }

    /** So many bytes that are not here: whoever applies the edit has them in a stream ({@link StreamSplicer}). */
    static EditBytes elsewhere(long length) {
        return new Elsewhere(length);
    }

    /** Bytes that somebody else brings. */
    record Elsewhere(long length) implements EditBytes {
        @Override
        public byte[] bytes() {
            throw new IllegalStateException("The bytes of this edit are elsewhere");
        }

        @Override
        public void writeTo(OutputStream out) {
            throw new IllegalStateException("The bytes of this edit are elsewhere");
        }

        @Override
        public void writeTo(WritableByteChannel out) {
            throw new IllegalStateException("The bytes of this edit are elsewhere");
        }
    }

    /** Bytes in memory. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
    record Held(byte[] bytes) implements EditBytes {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }

        @Override
        public void writeTo(WritableByteChannel out) throws IOException {
            FileRanges.writeFully(out, ByteBuffer.wrap(bytes));
        }
    }

    /** A range of a file. */
    record InFile(Path file, long offset, long length) implements EditBytes {
        public InFile {
            if (offset < 0 || length < 0 || offset + length < 0) {
                throw new IllegalArgumentException("A range of a file has no negative offset or length");
            }
        }

        @Override
        public byte[] bytes() {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return bytes(channel);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The same from the file, opened by the caller. */
        byte[] bytes(FileChannel channel) throws IOException {
            if (length > Integer.MAX_VALUE - Long.BYTES) {
                throw new IllegalStateException("The bytes of this edit do not fit in memory");
            }
            return FileRanges.bytes(channel, offset, (int) length);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                FileRanges.read(channel, offset, length, new byte[FileRanges.CHUNK_BYTES], out::write);
            }
        }

        @Override
        public void writeTo(WritableByteChannel out) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                FileRanges.transfer(channel, offset, length, out);
            }
        }
    }
}
