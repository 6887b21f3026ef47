package org.symbolon.dicom.image.internal.transcode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes a file from its beginning, and goes back to fill in what was not known before. Closing it closes the channel. */
final class PositionedOutput extends OutputStream {
    private static final int BUFFER_BYTES = 64 << 10;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long flushed;

    PositionedOutput(FileChannel channel) {
        this.channel = channel;
    }

    /** Where the next byte goes. */
    long position() {
        return flushed + buffer.position();
    }

    @Override
    public void write(int value) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put((byte) value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.remaining()) {
            flush();
        }
        if (length > buffer.remaining()) {
            writeAll(ByteBuffer.wrap(bytes, offset, length));
        } else {
            buffer.put(bytes, offset, length);
        }
    }

    /** Replaces bytes that were written before. */
    void patch(long position, ByteBuffer bytes) throws IOException {
        flush();
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public void flush() throws IOException {
        buffer.flip();
        writeAll(buffer);
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            flushed += channel.write(bytes);
        }
    }
}
