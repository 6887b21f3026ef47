package org.symbolon.agent.internal.mllp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.model.ErrorCode;

/**
 * A message on its way into a file of the spool: in memory is its beginning only. What does not fit, or cannot be written, is
 * counted and thrown away, so that the sender can still be told. Used by one thread.
 */
final class SpooledMessage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpooledMessage.class);

    private final Path file;
    private final long maxBytes;
    private final byte[] head = new byte[MessageHeader.MAX_BYTES];
    private final @Nullable FileChannel channel;
    private long bytes;
    private boolean kept;
    private @Nullable ErrorCode problem;

    /** @param minFreeBytes on the disk of the spool, below which nothing is written */
    SpooledMessage(AgentFolder folder, long maxBytes, long minFreeBytes) {
        this.file = folder.spool().resolve(UUID.randomUUID() + ".hl7");
        this.maxBytes = maxBytes;
        @Nullable FileChannel opened = null;
        try {
            if (Files.getFileStore(folder.spool()).getUsableSpace() < minFreeBytes) {
                LOG.error("The disk of the spool has less than {} bytes free: messages are turned away", minFreeBytes);
                problem = ErrorCode.OUT_OF_RESOURCES;
            } else {
                opened = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            unwritable(e);
        }
        this.channel = opened;
    }

    private void unwritable(IOException e) {
        LOG.error(
                "A message could not be written to the spool: {}", e.getClass().getSimpleName());
        problem = ErrorCode.OUT_OF_RESOURCES;
    }

    void write(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return;
        }
        if (bytes < head.length) {
            System.arraycopy(buffer, offset, head, (int) bytes, (int) Math.min(length, head.length - bytes));
        }
        bytes += length;
        if (problem == null && bytes > maxBytes) {
            problem = ErrorCode.LIMIT_EXCEEDED;
        }
        if (problem == null && channel != null) {
            try {
                ByteBuffer rest = ByteBuffer.wrap(buffer, offset, length);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            } catch (IOException e) {
                unwritable(e);
            }
        }
    }

    /** Its bytes are on disk when this returns; its name is when the journal has written its row. */
    void force() throws IOException {
        if (channel != null) {
            channel.force(true);
        }
    }

    Path file() {
        return file;
    }

    long bytes() {
        return bytes;
    }

    /** The first bytes, at most {@link MessageHeader#MAX_BYTES}. */
    byte[] head() {
        return Arrays.copyOf(head, (int) Math.min(bytes, head.length));
    }

    /** Why the file is not the message; null: it is. */
    @Nullable
    ErrorCode problem() {
        return problem;
    }

    /** The file stays. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (!kept) {
            Files.deleteIfExists(file);
        }
    }
}
