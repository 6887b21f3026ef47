package org.symbolon.dicom.image.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reverses the byte order of numbers of the given size; an incomplete last one stays as it is. */
final class SwappedStream extends FilterInputStream {
    private static final int BUFFER_BYTES = 8 << 10;

    private final int unit;
    private byte[] buffer = new byte[0];
    private int next;

    SwappedStream(InputStream in, int unit) {
        super(in);
        this.unit = unit;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.length - next);
        System.arraycopy(buffer, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0 && fill()) {
            int count = (int) Math.min(left, buffer.length - next);
            next += count;
            left -= count;
        }
        return bytes - left;
    }

    @Override
    public int available() {
        return buffer.length - next;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean fill() throws IOException {
        if (next < buffer.length) {
            return true;
        }
        buffer = in.readNBytes(BUFFER_BYTES);
        next = 0;
        for (int start = 0; start + unit <= buffer.length; start += unit) {
            for (int i = 0; i < unit / 2; i++) {
                byte low = buffer[start + i];
                buffer[start + i] = buffer[start + unit - 1 - i];
                buffer[start + unit - 1 - i] = low;
            }
        }
        return buffer.length > 0;
    }
}
