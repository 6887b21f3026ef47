package org.symbolon.archive.internal;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.symbolon.archive.InstanceHeader;
import org.symbolon.archive.ObjectDescription;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * What a stored Part 10 file says of itself (PS3.10 section 7.1): 128 zero bytes, DICM, a file meta group that begins with
 * its length, and the data set.
 */
record StoredFile(InstanceHeader header, PlainStore.Content content) {
    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] MAGIC = {'D', 'I', 'C', 'M'};
    /** (0002,0000) UL, explicit VR little endian: header of 8 bytes, value of 4. */
    private static final byte[] GROUP_LENGTH_HEADER = {2, 0, 0, 0, 'U', 'L', 4, 0};

    private static final int FIXED_BYTES = PREAMBLE_BYTES + MAGIC.length + GROUP_LENGTH_HEADER.length + Integer.BYTES;
    private static final int MAX_META_BYTES = 1 << 16;
    private static final int COPY_BYTES = 1 << 16;

    /** Preamble and file meta group of a new file. */
    static byte[] fileMeta(ObjectDescription description) {
        return Part10Writer.fileMeta(
                description.sopClassUid(),
                description.sopInstanceUid(),
                syntax(description.transferSyntaxUid()),
                description.sourceAeTitle());
    }

    /** Reads all of a stored file and takes the digest of its data set. */
    static StoredFile read(ObjectFiles files, String location) throws IOException {
        try (InputStream in = files.read(location)) {
            return read(in);
        } catch (DicomFormatException | EOFException e) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A stored file is not what the archive writes", e);
        }
    }

    private static StoredFile read(InputStream in) throws IOException {
        byte[] fixed = exactly(in, FIXED_BYTES);
        int metaBytes = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN).getInt(FIXED_BYTES - Integer.BYTES);
        byte[] lead = Arrays.copyOfRange(fixed, PREAMBLE_BYTES, FIXED_BYTES - Integer.BYTES);
        byte[] expected = ByteBuffer.allocate(lead.length)
                .put(MAGIC)
                .put(GROUP_LENGTH_HEADER)
                .array();
        if (!Arrays.equals(lead, expected) || metaBytes < 0 || metaBytes > MAX_META_BYTES) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A stored file does not begin as the archive writes it");
        }
        DataSet meta =
                dataSet(new ByteArrayInputStream(exactly(in, metaBytes)), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        String syntaxUid = meta.string(Tags.TransferSyntaxUID);

        MessageDigest digest = Sha256.digest();
        Counted counted = new Counted(new DigestInputStream(in, digest));
        InstanceHeader header = InstanceHeader.of(dataSet(counted, syntax(syntaxUid)));
        byte[] buffer = new byte[COPY_BYTES];
        while (counted.read(buffer, 0, buffer.length) >= 0) {
            // The rest of the data set is for the digest only.
        }
        long offset = (long) FIXED_BYTES + metaBytes;
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new StoredFile(header, new PlainStore.Content(offset + counted.bytes, offset, sha256, syntaxUid));
    }

    private static DataSet dataSet(InputStream in, TransferSyntax syntax) throws IOException {
        // Not closed: the stream goes on being read behind the header.
        DataSetReader reader =
                DataSetReader.of(in, syntax, ReaderOptions.defaults().withStopBefore(InstanceHeader.STOP_BEFORE));
        return DataSet.read(reader);
    }

    private static TransferSyntax syntax(String uid) {
        TransferSyntax syntax = TransferSyntax.of(uid);
        if (syntax == null) {
            throw new SymbolonException(
                    ErrorCode.UNKNOWN_TRANSFER_SYNTAX, "The transfer syntax is none of PS3.6 annex A");
        }
        return syntax;
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The file ends inside its file meta group");
        }
        return bytes;
    }

    /** Counts what passes. */
    private static final class Counted extends InputStream {
        private final InputStream in;
        private long bytes;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            bytes += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            bytes += Math.max(count, 0);
            return count;
        }
    }
}
