package org.symbolon.dicom.internal.edit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;

/** A length of 32 bits somewhere in the data set, which grows and shrinks with what it measures. */
final class LengthField {
    private static final long MAX_LENGTH = 0xFFFFFFFEL;

    private final long offset;
    private final long length;
    private final boolean bigEndian;
    private long delta;

    LengthField(long offset, long length, boolean bigEndian) {
        this.offset = offset;
        this.length = length;
        this.bigEndian = bigEndian;
    }

    void grow(long bytes) {
        delta += bytes;
    }

    boolean hasChanged() {
        return delta != 0;
    }

    Splice splice() {
        long changed = length + delta;
        if (changed < 0 || changed > MAX_LENGTH) {
            throw new DicomFormatException(
                    DicomProblem.LIMIT_EXCEEDED, "A length that 32 bits do not hold (PS3.5 7.1)", -1, offset);
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(Integer.BYTES).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return Splice.bytes(
                offset, offset + Integer.BYTES, bytes.putInt((int) changed).array());
    }
}
