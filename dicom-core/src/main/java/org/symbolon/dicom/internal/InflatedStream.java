package org.symbolon.dicom.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.Vr;

/**
 * The data set inside a deflated one (PS3.5 A.5). Raw deflate is what the standard asks for; the zlib wrapping of some
 * writers is taken as well, and so is a data set that was not deflated in spite of its transfer syntax. Inflates as it
 * is read: memory is bounded, whatever the stream expands to.
 */
public final class InflatedStream extends InflaterInputStream {
    private static final int PEEK_BYTES = 6;
    private static final int BUFFER_BYTES = 16 << 10;
    private static final int ZLIB_METHOD_DEFLATE = 8;

    private final boolean salvage;
    private @Nullable DicomFormatException damage;

    private InflatedStream(InputStream in, boolean raw, Leniency leniency) {
        super(in, new Inflater(raw), BUFFER_BYTES);
        this.salvage = leniency == Leniency.SALVAGE;
    }

    /** Closing the stream closes the given one. A damaged stream ends in a {@link DicomFormatException}. */
    public static InputStream of(InputStream deflated) throws IOException {
        return of(deflated, Leniency.TOLERANT);
    }

    /** As {@link #of(InputStream)}, but for {@link Leniency#SALVAGE} a damaged stream just ends, and {@link #damage} tells. */
    public static InputStream of(InputStream deflated, Leniency leniency) throws IOException {
        PushbackInputStream in = new PushbackInputStream(deflated, PEEK_BYTES);
        byte[] first = in.readNBytes(PEEK_BYTES);
        in.unread(first);
        return isPlainHeader(first) ? in : new InflatedStream(in, !isZlib(first), leniency);
    }

    private static boolean isPlainHeader(byte[] first) {
        return first.length == PEEK_BYTES && first[1] == 0 && Vr.of((first[4] & 0xFF) << 8 | (first[5] & 0xFF)) != null;
    }

    /** Why the stream ended before its last block, if it did and was salvaged; else null. */
    public @Nullable DicomFormatException damage() {
        return damage;
    }

    /** RFC 1950 2.2. */
    private static boolean isZlib(byte[] first) {
        return first.length >= 2
                && (first[0] & 0x0F) == ZLIB_METHOD_DEFLATE
                && (first[0] & 0xF0) <= 0x70
                && ((first[0] & 0xFF) << 8 | (first[1] & 0xFF)) % 31 == 0;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (damage != null) {
            return -1;
        }
        try {
            return super.read(target, offset, length);
        } catch (EOFException e) {
            return end(new DicomFormatException(
                    DicomProblem.TRUNCATED, "The deflated data set ends before its last block", -1, -1, e));
        } catch (ZipException e) {
            return end(new DicomFormatException(
                    DicomProblem.CORRUPT, "The deflated data set is no deflate stream (RFC 1951)", -1, -1, e));
        }
    }

    private int end(DicomFormatException cause) {
        if (!salvage) {
            throw cause;
        }
        damage = cause;
        return -1;
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            inf.end();
        }
    }
}
