package org.symbolon.deidentification.splice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/**
 * A file that is opened once, looked at in its beginning more than once, and then read to its end: all through one buffer, so
 * that nothing is read twice from the operating system as long as the looking stays within its {@value #BUFFER_BYTES} bytes. As a
 * channel it is read-only. It notes size and time when it is opened. Used by one thread; whoever opens it closes it.
 */
public final class SourceFile implements SeekableByteChannel {
    static final int BUFFER_BYTES = 256 << 10;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final FileTime time;
    private final ByteBuffer buffer;
    private long bufferOffset;
    private long position;
    private boolean open = true;

    private SourceFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
        this.time = Files.getLastModifiedTime(path);
        this.buffer = CopyBuffers.take().limit(0);
    }

    /** Takes pieces of a range as they come; the buffer is the file's again afterwards. */
    @FunctionalInterface
    interface Pieces {
        void accept(ByteBuffer piece) throws IOException;
    }

    public static SourceFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new SourceFile(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /** When it was opened. */
    FileTime time() {
        return time;
    }

    /** An error if the file is not what it was when it was opened. */
    void requireUnchanged() throws IOException {
        if (channel.size() != size || !Files.getLastModifiedTime(path).equals(time)) {
            throw changed();
        }
    }

    static IOException changed() {
        return new IOException("The file changed while it was being de-identified");
    }

    /** The bytes of a range, which must be there. */
    public byte[] bytes(long offset, int length) throws IOException {
        if (length > BUFFER_BYTES) {
            return FileRanges.bytes(channel, offset, length);
        }
        byte[] bytes = new byte[length];
        int copied = 0;
        while (copied < length) {
            int available = bufferedAt(offset + copied);
            if (available == 0) {
                throw FileRanges.shorter();
            }
            int part = Math.min(available, length - copied);
            buffer.get((int) (offset + copied - bufferOffset), bytes, copied, part);
            copied += part;
        }
        return bytes;
    }

    /** Hands over a range, which must be there, a piece at a time. */
    void pieces(long offset, long length, Pieces target) throws IOException {
        long at = offset;
        long end = offset + length;
        while (at < end) {
            int available = bufferedAt(at);
            if (available == 0) {
                throw FileRanges.shorter();
            }
            int part = (int) Math.min(available, end - at);
            target.accept(buffer.slice((int) (at - bufferOffset), part));
            at += part;
        }
    }

    /** How many bytes from this one on are in the buffer, which is filled if there are none; 0 at the end of the file. */
    private int bufferedAt(long offset) throws IOException {
        if (offset >= size) {
            return 0;
        }
        if (offset < bufferOffset || offset >= bufferOffset + buffer.limit()) {
            buffer.clear();
            bufferOffset = offset;
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = channel.read(buffer, offset + buffer.position());
                if (offset + buffer.position() >= size) {
                    break;
                }
            }
            buffer.flip();
        }
        return (int) (bufferOffset + buffer.limit() - offset);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int available = target.hasRemaining() ? bufferedAt(position) : 0;
        if (available == 0) {
            return target.hasRemaining() ? -1 : 0;
        }
        int part = Math.min(available, target.remaining());
        int from = (int) (position - bufferOffset);
        target.put(target.position(), buffer, from, part).position(target.position() + part);
        position += part;
        return part;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    /** When it was opened. */
    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            CopyBuffers.giveBack(buffer);
            channel.close();
        }
    }
}
