package org.symbolon.deidentification.splice;

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
        if (length > WINDOW_BYTES) {
            return FileRanges.bytes(channel, offset, length);
        }
        if (offset < windowOffset || offset + length > windowOffset + window.limit()) {
            fill(offset, length);
        }
        byte[] bytes = new byte[length];
        window.get((int) (offset - windowOffset), bytes);
        return bytes;
    }

    private void fill(long offset, int atLeast) throws IOException {
        window.clear();
        while (window.position() < atLeast) {
            if (channel.read(window, offset + window.position()) < 0) {
                throw FileRanges.shorter();
            }
        }
        window.flip();
        windowOffset = offset;
    }
}
