package org.symbolon.deidentification.splice;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/** Ranges of open files on their way somewhere else. */
final class FileRanges {
    static final int CHUNK_BYTES = 128 << 10;

    private FileRanges() {}

    /** Takes bytes as they come. */
    interface Sink {
        void accept(byte[] bytes, int from, int length) throws IOException;
    }

    /** Hands over a range through the chunk, a piece at a time. */
    static void read(FileChannel channel, long offset, long length, byte[] chunk, Sink sink) throws IOException {
        long position = offset;
        long end = offset + length;
        while (position < end) {
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, (int) Math.min(chunk.length, end - position));
            int read = channel.read(buffer, position);
            if (read < 0) {
                throw shorter();
            }
            sink.accept(chunk, 0, read);
            position += read;
        }
    }

    static byte[] bytes(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        while (target.hasRemaining()) {
            if (channel.read(target, offset + target.position()) < 0) {
                throw shorter();
            }
        }
        return target.array();
    }

    /** Transfers a range without copying it through the heap. */
    static void transfer(FileChannel source, long offset, long length, WritableByteChannel target) throws IOException {
        long position = offset;
        long end = offset + length;
        while (position < end) {
            long moved = source.transferTo(position, end - position, target);
            if (moved <= 0 && source.size() < end) {
                throw shorter();
            }
            position += moved;
        }
    }

    static void writeFully(WritableByteChannel target, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    static EOFException shorter() {
        return new EOFException("The file became shorter while it was read");
    }
}
