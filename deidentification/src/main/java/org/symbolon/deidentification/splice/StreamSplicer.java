package org.symbolon.deidentification.splice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.List;

/** Applies edits to a stream as it passes, and digests what came in. Used once, by one thread. */
public final class StreamSplicer {
    private static final int CHUNK_BYTES = 128 << 10;

    private final InputStream in;
    private final MessageDigest inputDigest;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private boolean ended;

    public StreamSplicer(InputStream in, MessageDigest inputDigest) {
        this.in = in;
        this.inputDigest = inputDigest;
    }

    /**
     * Copies the stream with the edits applied.
     *
     * @param inputLength bytes that the stream should have
     * @return false if it ends before or goes on after that, or if the edits reach beyond; what was written is of no use then
     */
    public boolean copy(List<Edit> edits, long inputLength, OutputStream out) throws IOException {
        return copy(edits, inputLength, InputStream.nullInputStream(), out);
    }

    /** The same, where some edits have their bytes {@link EditBytes#elsewhere}: in this stream, one after the other. */
    public boolean copy(List<Edit> edits, long inputLength, InputStream elsewhere, OutputStream out)
            throws IOException {
        long position = 0;
        for (Edit edit : edits) {
            if (edit.end() > inputLength
                    || !move(edit.offset() - position, out)
                    || !move(edit.length(), OutputStream.nullOutputStream())) {
                return false;
            }
            if (edit.brought() instanceof EditBytes.Elsewhere bytes) {
                if (!bring(elsewhere, bytes.length(), out)) {
                    return false;
                }
            } else {
                edit.brought().writeTo(out);
            }
            position = edit.end();
        }
        return move(inputLength - position, out) && in.read() < 0;
    }

    /** Reads and digests the stream, which should have so many bytes; false if it has fewer or more. */
    public boolean skip(long inputLength) throws IOException {
        return copy(List.of(), inputLength, OutputStream.nullOutputStream());
    }

    private boolean bring(InputStream elsewhere, long length, OutputStream out) throws IOException {
        long left = length;
        while (left > 0) {
            int read = elsewhere.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (read < 0) {
                return false;
            }
            out.write(chunk, 0, read);
            left -= read;
        }
        return true;
    }

    private boolean move(long length, OutputStream out) throws IOException {
        long left = length;
        while (left > 0 && !ended) {
            int read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (read < 0) {
                ended = true;
            } else {
                inputDigest.update(chunk, 0, read);
                out.write(chunk, 0, read);
                left -= read;
            }
        }
        return left == 0;
    }
}
