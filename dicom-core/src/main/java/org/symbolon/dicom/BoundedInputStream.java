package org.symbolon.dicom;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * So many bytes of a stream. If the stream has fewer, reading ends in an exception, never in a short value. Not
 * thread-safe; closing it closes the stream.
 */
public final class BoundedInputStream extends FilterInputStream {
    private final Supplier<? extends RuntimeException> endsTooEarly;
    private long left;

    /** Throws a {@link DicomFormatException} TRUNCATED if the stream ends too early. */
    public BoundedInputStream(InputStream in, long bytes) {
        this(in, bytes, () -> new DicomFormatException(DicomProblem.TRUNCATED, "A value ends before its length"));
    }

    /** Throws what the supplier gives if the stream ends too early. */
    public BoundedInputStream(InputStream in, long bytes, Supplier<? extends RuntimeException> endsTooEarly) {
        super(in);
        if (bytes < 0) {
            throw new IllegalArgumentException("A length is not negative");
        }
        this.left = bytes;
        this.endsTooEarly = endsTooEarly;
    }

    /** How many bytes are still to come. */
    public long remaining() {
        return left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 || length == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw endsTooEarly.get();
        }
        left -= count;
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(Math.min(bytes, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
