package org.symbolon.dicom.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
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

    private InflatedStream(InputStream in, boolean raw) {
        super(in, new Inflater(raw), BUFFER_BYTES);
    }

    /** Closing the stream closes the given one. */
    public static InputStream of(InputStream deflated) throws IOException {
        PushbackInputStream in = new PushbackInputStream(deflated, PEEK_BYTES);
        byte[] first = in.readNBytes(PEEK_BYTES);
        in.unread(first);
        return isPlainHeader(first) ? in : new InflatedStream(in, !isZlib(first));
    }

    private static boolean isPlainHeader(byte[] first) {
        return first.length == PEEK_BYTES && first[1] == 0 && Vr.of((first[4] & 0xFF) << 8 | (first[5] & 0xFF)) != null;
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
        try {
            return super.read(target, offset, length);
        } catch (EOFException e) {
            throw new DicomFormatException(
                    DicomProblem.TRUNCATED, "The deflated data set ends before its last block", -1, -1, e);
        } catch (ZipException e) {
            throw new DicomFormatException(
                    DicomProblem.CORRUPT, "The deflated data set is no deflate stream (RFC 1951)", -1, -1, e);
        }
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
