package org.symbolon.dicom.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;

/** Small writes are gathered, large ranges of files go to the channel without passing the heap. Not thread-safe. */
public final class ChannelOutput extends OutputStream {
    private static final int BUFFER_BYTES = 32 << 10;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    public ChannelOutput(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** The channel, with everything written to it so far. */
    public WritableByteChannel flushed() throws IOException {
        flush();
        return channel;
    }

    /** Copies a range of a file; an exception if the file ends before. */
    public void transfer(FileChannel in, long from, long to) throws IOException {
        if (to - from < BUFFER_BYTES / 2) {
            copy(in, from, (int) (to - from));
            return;
        }
        flush();
        long at = from;
        while (at < to) {
            long count = in.transferTo(at, to - at, channel);
            if (count <= 0 && at >= in.size()) {
                throw truncated();
            }
            at += count;
        }
    }

    private void copy(FileChannel in, long from, int count) throws IOException {
        if (count > buffer.remaining()) {
            flush();
        }
        int before = buffer.position();
        buffer.limit(before + count);
        while (buffer.hasRemaining()) {
            if (in.read(buffer, from + buffer.position() - before) < 0) {
                throw truncated();
            }
        }
        buffer.limit(buffer.capacity());
    }

    private static DicomFormatException truncated() {
        return new DicomFormatException(DicomProblem.TRUNCATED, "The file ends before its data");
    }

    @Override
    public void write(int b) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put((byte) b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.remaining()) {
            flush();
        }
        if (length > buffer.capacity()) {
            drain(ByteBuffer.wrap(bytes, offset, length));
        } else {
            buffer.put(bytes, offset, length);
        }
    }

    /** Writes what was gathered; the channel itself knows no flushing. */
    @Override
    public void flush() throws IOException {
        buffer.flip();
        drain(buffer);
        buffer.clear();
    }

    private void drain(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
