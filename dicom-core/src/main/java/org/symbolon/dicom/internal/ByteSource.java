package org.symbolon.dicom.internal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFormatException;

/**
 * A data set as a run of bytes that is read forward, with a window that can be looked at before it is consumed.
 * Offsets count from the first byte of the data set. Not thread-safe.
 */
public abstract class ByteSource implements Closeable {
    /** The furthest that {@link #window} can look ahead. */
    public static final int MAX_WINDOW_BYTES = 64 << 10;

    private static final int CHANNEL_BUFFER_BYTES = 16 << 10;
    private static final int STREAM_BUFFER_BYTES = 32 << 10;
    private static final int UNTRUSTED_ALLOCATION_BYTES = 1 << 20;

    private byte[] buffer;
    private int start;
    private int end;
    private long position;
    private boolean exhausted;

    ByteSource(int bufferBytes) {
        buffer = new byte[bufferBytes];
    }

    private ByteSource(byte[] bytes, int offset, int length) {
        buffer = bytes;
        start = offset;
        end = offset + length;
        exhausted = true;
    }

    /** The bytes themselves are the window: nothing is copied. */
    public static ByteSource of(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return new ArraySource(bytes, offset, length);
    }

    /** Closing the source closes the stream. */
    public static ByteSource of(InputStream in) {
        return new StreamSource(in);
    }

    /** Closing the source closes the channel. Whoever else moves the channel's position while reading reads on elsewhere. */
    public static ByteSource of(SeekableByteChannel channel, long dataSetOffset) throws IOException {
        return new ChannelSource(channel, dataSetOffset);
    }

    /** The length of the data set, {@link Long#MAX_VALUE} if it is not known before its end. */
    public abstract long size();

    /** Why the data ended before its time, if that is known and was not thrown; else null. */
    public @Nullable DicomFormatException damage() {
        return null;
    }

    abstract int fill(byte[] target, int offset, int length) throws IOException;

    /** Moves over bytes that are not in the buffer; fewer than asked for only at the end. */
    abstract long passOver(long bytes) throws IOException;

    /** Bytes consumed. */
    public final long position() {
        return position;
    }

    /** Makes up to that many bytes visible in {@link #windowBytes} and tells how many there are: fewer only at the end. */
    public final int window(int bytes) throws IOException {
        if (end - start < bytes && !exhausted) {
            fillTo(bytes);
        }
        return Math.min(end - start, bytes);
    }

    /** The buffer in which the window stands, from {@link #windowStart}; valid until the next call that reads. */
    public final byte[] windowBytes() {
        return buffer;
    }

    public final int windowStart() {
        return start;
    }

    /** Consumes that many bytes; fewer are consumed only at the end. */
    public final long skip(long bytes) throws IOException {
        long buffered = Math.min(bytes, end - start);
        start += (int) buffered;
        long passed = buffered == bytes ? 0 : passOver(bytes - buffered);
        position += buffered + passed;
        return buffered + passed;
    }

    /** Consumes and returns that many bytes. Allocates no more than arrives, give or take a megabyte. */
    public final byte[] take(int bytes) throws IOException {
        if (end - start >= bytes) {
            byte[] value = Arrays.copyOfRange(buffer, start, start + bytes);
            start += bytes;
            position += bytes;
            return value;
        }
        byte[] value = takeUpTo(bytes);
        if (value.length < bytes) {
            throw new EOFException();
        }
        return value;
    }

    /** Consumes up to that many bytes, fewer only at the end. */
    public final byte[] takeUpTo(int bytes) throws IOException {
        boolean sized = size() != Long.MAX_VALUE;
        int most = sized ? (int) Math.min(bytes, Math.max(0, size() - position)) : bytes;
        byte[] value = new byte[sized ? most : Math.min(most, UNTRUSTED_ALLOCATION_BYTES)];
        int filled = 0;
        int count = 0;
        while (filled < most && count >= 0) {
            if (filled == value.length) {
                value = Arrays.copyOf(value, (int) Math.min(most, 2L * value.length));
            }
            count = read(value, filled, value.length - filled);
            filled += Math.max(count, 0);
        }
        return filled == value.length ? value : Arrays.copyOf(value, filled);
    }

    /** Consumes up to that many bytes; -1 at the end. */
    public final int read(byte[] target, int offset, int length) throws IOException {
        int count = Math.min(length, end - start);
        if (count > 0) {
            System.arraycopy(buffer, start, target, offset, count);
            start += count;
        } else {
            count = fill(target, offset, length);
        }
        position += Math.max(count, 0);
        return count;
    }

    private void fillTo(int bytes) throws IOException {
        if (bytes > MAX_WINDOW_BYTES) {
            throw new IllegalArgumentException("The window is at most " + MAX_WINDOW_BYTES + " bytes");
        }
        if (bytes > buffer.length) {
            // Twice the window, so that looking far ahead at every small step moves each byte only once.
            buffer = Arrays.copyOfRange(buffer, start, start + 2 * MAX_WINDOW_BYTES);
        } else if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
        }
        end -= start;
        start = 0;
        while (end < bytes) {
            int count = fill(buffer, end, buffer.length - end);
            if (count < 0) {
                exhausted = true;
                return;
            }
            end += count;
        }
    }

    private static final class ArraySource extends ByteSource {
        private final int size;

        ArraySource(byte[] bytes, int offset, int length) {
            super(bytes, offset, length);
            this.size = length;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        int fill(byte[] target, int offset, int length) {
            return -1;
        }

        @Override
        long passOver(long bytes) {
            return 0;
        }

        @Override
        public void close() {
            // Memory needs no closing.
        }
    }

    private static final class StreamSource extends ByteSource {
        private final InputStream in;

        StreamSource(InputStream in) {
            super(STREAM_BUFFER_BYTES);
            this.in = in;
        }

        @Override
        public long size() {
            return Long.MAX_VALUE;
        }

        @Override
        public @Nullable DicomFormatException damage() {
            return in instanceof InflatedStream inflated ? inflated.damage() : null;
        }

        @Override
        int fill(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, length);
        }

        @Override
        long passOver(long bytes) throws IOException {
            // The last byte is read, not skipped: a FileInputStream skips beyond its end without a word.
            long left = bytes;
            while (left > 0) {
                long skipped = in.skip(left - 1);
                if (skipped <= 0) {
                    if (in.read() < 0) {
                        break;
                    }
                    skipped = 1;
                }
                left -= skipped;
            }
            return bytes - left;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class ChannelSource extends ByteSource {
        private final SeekableByteChannel channel;
        private final long size;

        ChannelSource(SeekableByteChannel channel, long offset) throws IOException {
            super(CHANNEL_BUFFER_BYTES);
            this.channel = channel;
            this.size = Math.max(0, channel.size() - offset);
            channel.position(offset);
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        int fill(byte[] target, int offset, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(target, offset, length));
        }

        @Override
        long passOver(long bytes) throws IOException {
            long passed = Math.min(bytes, Math.max(0, channel.size() - channel.position()));
            channel.position(channel.position() + passed);
            return passed;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
