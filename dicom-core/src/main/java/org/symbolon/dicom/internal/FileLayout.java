package org.symbolon.dicom.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;

/** Finds preamble, file meta group and data set in a file (PS3.10 section 7.1). */
public record FileLayout(boolean hasPreamble, long dataSetOffset, TransferSyntax transferSyntax, DataSet fileMeta) {
    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final int META_GROUP = 0x0002;
    private static final int AFTER_META = 0x00030000;
    private static final ReaderOptions META_LIMITS = new ReaderOptions(1 << 20, 1, 1000, AFTER_META);

    public static FileLayout find(SeekableByteChannel channel) throws IOException {
        byte[] head = head(channel);
        if (head.length == 0) {
            throw new DicomFormatException(DicomProblem.EMPTY, "The file has no byte");
        }
        if (startsWith(head, PREAMBLE_BYTES, PREFIX)) {
            int behindPrefix = PREAMBLE_BYTES + PREFIX.length;
            if (isMeta(head, behindPrefix)) {
                return withMeta(channel, true, behindPrefix);
            }
            FileLayout bare = withoutMeta(channel, true, behindPrefix);
            if (bare != null) {
                return bare;
            }
        }
        int start = startsWith(head, 0, PREFIX) ? PREFIX.length : 0;
        FileLayout found = isMeta(head, start) ? withMeta(channel, false, start) : withoutMeta(channel, false, start);
        if (found == null) {
            throw new DicomFormatException(
                    DicomProblem.NOT_DICOM, "Neither a Part 10 file nor a bare data set (PS3.10 7.1)");
        }
        return found;
    }

    private static byte[] head(SeekableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(PREAMBLE_BYTES + PREFIX.length + 8);
        channel.position(0);
        while (head.hasRemaining() && channel.read(head) >= 0) {
            // A channel may hand out less than asked for.
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    private static boolean startsWith(byte[] head, int at, byte[] text) {
        return head.length >= at + text.length && Arrays.equals(head, at, at + text.length, text, 0, text.length);
    }

    private static boolean isMeta(byte[] head, int at) {
        return head.length >= at + 8 && Encoding.EXPLICIT_LITTLE.uint16(head, at) == META_GROUP;
    }

    private static FileLayout withMeta(SeekableByteChannel channel, boolean preamble, int offset) throws IOException {
        // The reader is not closed: it would close the channel.
        DataSetReader reader = DataSetReader.of(channel, offset, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, META_LIMITS);
        DataSet meta = new DataSet();
        Token token = reader.next();
        while (token == Token.ELEMENT && Tag.group(reader.tag()) == META_GROUP) {
            meta.putBytes(reader.tag(), reader.vr(), reader.value());
            token = reader.next();
        }
        long dataSetOffset = offset + (token == null ? reader.position() : reader.headerOffset());
        String uid = meta.string(Tags.TransferSyntaxUID);
        TransferSyntax syntax = uid.isEmpty() ? guess(channel, dataSetOffset) : TransferSyntax.of(uid);
        if (syntax == null) {
            throw uid.isEmpty()
                    ? new DicomFormatException(DicomProblem.NOT_DICOM, "No data set behind the file meta group")
                    : new DicomFormatException(
                            DicomProblem.UNKNOWN_TRANSFER_SYNTAX,
                            "A transfer syntax that PS3.6 annex A does not have",
                            Tags.TransferSyntaxUID,
                            -1);
        }
        return new FileLayout(preamble, dataSetOffset, syntax, meta);
    }

    private static @Nullable FileLayout withoutMeta(SeekableByteChannel channel, boolean preamble, long offset)
            throws IOException {
        TransferSyntax syntax = guess(channel, offset);
        return syntax == null ? null : new FileLayout(preamble, offset, syntax, new DataSet());
    }

    private static @Nullable TransferSyntax guess(SeekableByteChannel channel, long offset) throws IOException {
        ByteSource source = ByteSource.of(channel, offset);
        Encoding best = Encoding.IMPLICIT_LITTLE;
        int bestScore = 0;
        for (Encoding candidate : Encoding.values()) {
            int score = EncodingGuess.score(source, source.size(), candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        if (bestScore < EncodingGuess.CERTAIN) {
            return null;
        }
        return switch (best) {
            case IMPLICIT_LITTLE -> TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_LITTLE -> TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_BIG -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
        };
    }
}
