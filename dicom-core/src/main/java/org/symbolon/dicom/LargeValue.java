package org.symbolon.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.symbolon.dicom.internal.Numbers;

/**
 * A value that stays where it was read: a range of bytes of a file or of an array. Nothing is kept open; the file must
 * stay as it is as long as the value is used. Immutable; may be used by many threads.
 */
public final class LargeValue {
    private static final int CHUNK_BYTES = 64 << 10;

    private final ValueOrigin origin;
    private final long offset;
    private final long length;
    private final int swappedUnitBytes;

    LargeValue(ValueOrigin origin, long offset, long length, int swappedUnitBytes) {
        this.origin = origin;
        this.offset = offset;
        this.length = length;
        this.swappedUnitBytes = swappedUnitBytes;
    }

    /** A range of a file, numbers little endian. */
    public static LargeValue of(Path file, long offset, long length) {
        DicomFile bare =
                new DicomFile(file, false, 0, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, new DataSet(), List.of());
        return new LargeValue(ValueOrigin.of(bare), offset, length, 1);
    }

    /** Bytes of the value. */
    public long length() {
        return length;
    }

    /** Where it begins in the (inflated) data set. */
    public long offset() {
        return offset;
    }

    /** The file in which it lies as it is, byte for byte; empty if it lies in memory, is deflated or big endian. */
    public Optional<Path> file() {
        ValueOrigin.FilePlace place = origin.file();
        return place == null || swappedUnitBytes > 1 ? Optional.empty() : Optional.of(place.path());
    }

    /** Where it begins in {@link #file}. */
    public long fileOffset() {
        ValueOrigin.FilePlace place = origin.file();
        return place == null ? -1 : place.dataSetOffset() + offset;
    }

    /** The value, numbers little endian. The caller closes the stream, which ends in an exception if the file has become shorter. */
    public InputStream stream() throws IOException {
        InputStream bounded = new BoundedInputStream(origin.open(offset), length);
        return swappedUnitBytes > 1 ? Numbers.swapped(bounded, swappedUnitBytes) : bounded;
    }

    /** Writes the value, numbers little endian; from file to file without passing the heap. */
    public void writeTo(WritableByteChannel out) throws IOException {
        if (file().isEmpty()) {
            OutputStream stream = Channels.newOutputStream(out);
            writeTo(stream);
            return;
        }
        try (FileChannel in = FileChannel.open(file().get(), StandardOpenOption.READ)) {
            long at = fileOffset();
            long end = at + length;
            while (at < end) {
                long count = in.transferTo(at, end - at, out);
                if (count <= 0 && at >= in.size()) {
                    throw new DicomFormatException(DicomProblem.TRUNCATED, "A value ends before its length");
                }
                at += count;
            }
        }
    }

    /** As {@link #writeTo(WritableByteChannel)}. */
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = stream()) {
            byte[] chunk = new byte[(int) Math.min(CHUNK_BYTES, Math.max(1, length))];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                out.write(chunk, 0, count);
            }
        }
    }

    /**
     * The whole value in memory.
     *
     * @throws DicomFormatException LIMIT_EXCEEDED if it is longer than that
     */
    public byte[] bytes(int maxBytes) throws IOException {
        if (length > maxBytes) {
            throw new DicomFormatException(DicomProblem.LIMIT_EXCEEDED, "A value longer than the limit allows");
        }
        try (InputStream in = stream()) {
            return in.readNBytes((int) length);
        }
    }

    /** Whether this is the same range of the same file. */
    public boolean isSamePlace(LargeValue other) {
        return offset == other.offset
                && length == other.length
                && swappedUnitBytes == other.swappedUnitBytes
                && origin.file() != null
                && origin.file().equals(other.origin.file());
    }
}
