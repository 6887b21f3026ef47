package org.symbolon.dicom.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Numbers of a fixed size in the other byte order. */
final class SwappedStream extends FilterInputStream {
    private static final int CHUNK_BYTES = 64 << 10;

    private final int unitBytes;
    private byte[] chunk = {};
    private int at;

    SwappedStream(InputStream in, int unitBytes) {
        super(in);
        this.unitBytes = unitBytes;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return bytes <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(bytes, CHUNK_BYTES)]));
    }

    @Override
    public int available() {
        return chunk.length - at;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean fill() throws IOException {
        if (at == chunk.length) {
            chunk = in.readNBytes(CHUNK_BYTES / unitBytes * unitBytes);
            Numbers.swap(chunk, unitBytes);
            at = 0;
        }
        return at < chunk.length;
    }
}
