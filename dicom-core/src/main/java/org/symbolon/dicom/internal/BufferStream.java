package org.symbolon.dicom.internal;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** A buffer read from its position to its limit. */
public final class BufferStream extends InputStream {
    private final ByteBuffer buffer;

    public BufferStream(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public int read() {
        return buffer.hasRemaining() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count == 0 ? -1 : count;
    }

    @Override
    public long skip(long bytes) {
        int count = (int) Math.max(0, Math.min(bytes, buffer.remaining()));
        buffer.position(buffer.position() + count);
        return count;
    }

    @Override
    public int available() {
        return buffer.remaining();
    }
}
