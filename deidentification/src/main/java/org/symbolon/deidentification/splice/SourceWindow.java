package org.symbolon.deidentification.splice;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Small reads from a channel out of one buffer, since edits stand close together. Owned by one thread. */
final class SourceWindow {
    private static final int WINDOW_BYTES = 32 << 10;

    private final FileChannel channel;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).limit(0);
    private long windowOffset;

    SourceWindow(FileChannel channel) {
        this.channel = channel;
    }

    byte[] read(long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        if (length > WINDOW_BYTES) {
            readFully(ByteBuffer.wrap(bytes), offset);
            return bytes;
        }
        if (offset < windowOffset || offset + length > windowOffset + window.limit()) {
            fill(offset, length);
        }
        window.get((int) (offset - windowOffset), bytes);
        return bytes;
    }

    private void fill(long offset, int atLeast) throws IOException {
        window.clear();
        while (window.position() < atLeast) {
            if (channel.read(window, offset + window.position()) < 0) {
                throw new EOFException("The file became shorter while it was read");
            }
        }
        window.flip();
        windowOffset = offset;
    }

    private void readFully(ByteBuffer target, long offset) throws IOException {
        long position = offset;
        while (target.hasRemaining()) {
            int read = channel.read(target, position);
            if (read < 0) {
                throw new EOFException("The file became shorter while it was read");
            }
            position += read;
        }
    }
}
