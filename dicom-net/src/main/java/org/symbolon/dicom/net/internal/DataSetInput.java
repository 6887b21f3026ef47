package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The data set of a message as it arrives. Ends with its last fragment; owned by the association's thread. */
final class DataSetInput extends InputStream {
    private static final int TRANSFER_BYTES = 64 * 1024;

    private final Association association;
    private final int contextId;
    private @Nullable ByteBuf current;
    private boolean lastTaken;
    private boolean closed;

    DataSetInput(Association association, int contextId) {
        this.association = association;
        this.contextId = contextId;
    }

    @Override
    public int read() throws IOException {
        return advance() ? Objects.requireNonNull(current).readUnsignedByte() : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        ByteBuf fragment = Objects.requireNonNull(current);
        int n = Math.min(length, fragment.readableBytes());
        fragment.readBytes(target, offset, n);
        return n;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        byte[] piece = new byte[TRANSFER_BYTES];
        long total = 0;
        for (int n = readNBytes(piece, 0, piece.length); n > 0; n = readNBytes(piece, 0, piece.length)) {
            out.write(piece, 0, n);
            total += n;
        }
        return total;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && advance()) {
            ByteBuf fragment = Objects.requireNonNull(current);
            int n = (int) Math.min(count - skipped, fragment.readableBytes());
            fragment.skipBytes(n);
            skipped += n;
        }
        return skipped;
    }

    @Override
    public int available() {
        return current == null ? 0 : current.readableBytes();
    }

    /** Lets nothing more be read; the rest is skipped by {@link #drain}. */
    @Override
    public void close() {
        closed = true;
    }

    /** Makes a readable fragment current, or returns false at the end of the data set. */
    private boolean advance() throws IOException {
        if (closed) {
            throw new IOException("The stream of this data set is closed");
        }
        return advanceUnchecked();
    }

    private boolean advanceUnchecked() throws IOException {
        while (current == null || !current.isReadable()) {
            releaseCurrent();
            if (lastTaken) {
                return false;
            }
            Inbound.Fragment fragment = association.nextFragment();
            current = fragment.data();
            lastTaken = fragment.last();
            if (fragment.command() || fragment.contextId() != contextId) {
                releaseCurrent();
                throw association.violation(
                        AbortReason.UNEXPECTED_PDU, "A data set is interrupted by a command or another context");
            }
        }
        return true;
    }

    /** Closes the stream and reads to the end of the data set. */
    void drain() throws IOException {
        closed = true;
        try {
            while (advanceUnchecked()) {
                releaseCurrent();
            }
        } finally {
            releaseCurrent();
        }
    }

    private void releaseCurrent() {
        if (current != null) {
            current.release();
            current = null;
        }
    }
}
