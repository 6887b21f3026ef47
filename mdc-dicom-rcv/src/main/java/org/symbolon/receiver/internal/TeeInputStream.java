package org.symbolon.receiver.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies everything that is read or skipped to another stream, so that who reads the structure of a data set also stores it.
 * Neither stream is closed by this one. One thread.
 */
public final class TeeInputStream extends FilterInputStream {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final OutputStream copy;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    public TeeInputStream(InputStream in, OutputStream copy) {
        super(in);
        this.copy = copy;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            copy.write(value);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            copy.write(target, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = 0;
        while (skipped < bytes) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, bytes - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Copies what is left. */
    public void drain() throws IOException {
        while (read(buffer, 0, buffer.length) >= 0) {
            // read() copies
        }
    }

    @Override
    public void close() {
        // the streams belong to others
    }
}
