package org.symbolon.dicom.internal;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Finding;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.Part10Header;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** Finds preamble, file meta group and data set in a file (PS3.10 section 7.1). Used once. */
public final class FileLayout {
    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final int META_GROUP = 0x0002;
    private static final int AFTER_META = 0x00030000;
    private static final ReaderOptions META_LIMITS = new ReaderOptions(1 << 20, 1, 1000, AFTER_META);

    private final Input input;
    private final Leniency leniency;
    private final Findings findings;

    /** The file, from any of its bytes on. */
    private interface Input {
        ByteSource source(long offset) throws IOException;

        DataSetReader reader(long offset, ReaderOptions options) throws IOException;
    }

    private FileLayout(Input input, ReaderOptions options) {
        this.input = input;
        this.leniency = options.leniency();
        this.findings = new Findings(options.maxFindings());
    }

    /** The channel is not closed. */
    public static Part10Header of(SeekableByteChannel channel, ReaderOptions options) throws IOException {
        Input input = new Input() {
            @Override
            public ByteSource source(long offset) throws IOException {
                return ByteSource.of(channel, offset);
            }

            @Override
            public DataSetReader reader(long offset, ReaderOptions limits) throws IOException {
                return DataSetReader.of(channel, offset, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, limits);
            }
        };
        return new FileLayout(input, options).find();
    }

    public static Part10Header of(byte[] file, ReaderOptions options) throws IOException {
        Input input = new Input() {
            @Override
            public ByteSource source(long offset) {
                int from = (int) Math.min(offset, file.length);
                return ByteSource.of(file, from, file.length - from);
            }

            @Override
            public DataSetReader reader(long offset, ReaderOptions limits) throws IOException {
                int from = (int) offset;
                return DataSetReader.of(
                        file, from, file.length - from, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, limits);
            }
        };
        return new FileLayout(input, options).find();
    }

    private Part10Header find() throws IOException {
        byte[] head = input.source(0).takeUpTo(PREAMBLE_BYTES + PREFIX.length + 8);
        if (head.length == 0) {
            throw new DicomFormatException(DicomProblem.EMPTY, "The file has no byte");
        }
        if (startsWith(head, PREAMBLE_BYTES)) {
            int behindPrefix = PREAMBLE_BYTES + PREFIX.length;
            if (isMeta(head, behindPrefix)) {
                return withMeta(true, behindPrefix);
            }
            Part10Header bare = withoutMeta(true, behindPrefix);
            if (bare != null) {
                return bare;
            }
        }
        int start = startsWith(head, 0) ? PREFIX.length : 0;
        note("A file begins with a preamble of 128 bytes and the prefix DICM (PS3.10 7.1)", -1);
        Part10Header found = isMeta(head, start) ? withMeta(false, start) : withoutMeta(false, start);
        if (found == null) {
            throw new DicomFormatException(
                    DicomProblem.NOT_DICOM, "Neither a Part 10 file nor a bare data set (PS3.10 7.1)");
        }
        return found;
    }

    private static boolean startsWith(byte[] head, int at) {
        return head.length >= at + PREFIX.length
                && Arrays.equals(head, at, at + PREFIX.length, PREFIX, 0, PREFIX.length);
    }

    private static boolean isMeta(byte[] head, int at) {
        return head.length >= at + 8
                && (Encoding.EXPLICIT_LITTLE.uint16(head, at) == META_GROUP
                        || Encoding.EXPLICIT_BIG.uint16(head, at) == META_GROUP);
    }

    private Part10Header withMeta(boolean preamble, int offset) throws IOException {
        // The reader is not closed: it would close the channel.
        DataSetReader reader = input.reader(offset, META_LIMITS.withLeniency(leniency));
        DataSet meta = new DataSet();
        long claimedEnd = -1;
        Token token = reader.next();
        while (token == Token.ELEMENT && Tag.group(reader.tag()) == META_GROUP) {
            byte[] value = reader.value();
            if (reader.bigEndian()) {
                Numbers.swap(value, reader.vr().unitBytes());
            }
            meta.putBytes(reader.tag(), reader.vr(), value);
            if (reader.tag() == Tags.FileMetaInformationGroupLength && reader.vr() == Vr.UL) {
                claimedEnd = reader.position() + meta.longNumber(reader.tag()).orElse(-1);
            }
            token = reader.next();
        }
        findings.addAll(reader.findings());
        long end = token == null ? reader.position() : reader.headerOffset();
        if (claimedEnd != end) {
            note(
                    "File Meta Information Group Length is that of the group (PS3.10 7.1)",
                    Tags.FileMetaInformationGroupLength);
        }
        long dataSetOffset = offset + end;
        return new Part10Header(preamble, dataSetOffset, syntax(meta, dataSetOffset), meta, findings.list());
    }

    private TransferSyntax syntax(DataSet meta, long dataSetOffset) throws IOException {
        String uid = meta.string(Tags.TransferSyntaxUID);
        TransferSyntax syntax = TransferSyntax.of(uid);
        if (uid.isEmpty()) {
            note("The file meta group has a Transfer Syntax UID (PS3.10 7.1)", Tags.TransferSyntaxUID);
            syntax = guess(dataSetOffset);
            if (syntax == null) {
                throw new DicomFormatException(DicomProblem.NOT_DICOM, "No data set behind the file meta group");
            }
        }
        if (syntax != null) {
            return syntax;
        }
        String rule = "A transfer syntax that PS3.6 annex A does not have";
        if (leniency != Leniency.SALVAGE) {
            throw new DicomFormatException(DicomProblem.UNKNOWN_TRANSFER_SYNTAX, rule, Tags.TransferSyntaxUID, -1);
        }
        add(DicomProblem.UNKNOWN_TRANSFER_SYNTAX, rule, Tags.TransferSyntaxUID);
        return new TransferSyntax(uid, "Unknown", true, false, false, true);
    }

    private @Nullable Part10Header withoutMeta(boolean preamble, long offset) throws IOException {
        TransferSyntax syntax = guess(offset);
        if (syntax == null) {
            return null;
        }
        note("A file has a file meta group (PS3.10 7.1)", -1);
        return new Part10Header(preamble, offset, syntax, new DataSet(), findings.list());
    }

    private @Nullable TransferSyntax guess(long offset) throws IOException {
        ByteSource source = input.source(offset);
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
            case IMPLICIT_BIG -> new TransferSyntax("", "Implicit VR Big Endian (ACR-NEMA)", false, true, false, false);
        };
    }

    private void note(String rule, int tag) {
        if (leniency == Leniency.STRICT) {
            throw new DicomFormatException(DicomProblem.NONCONFORMANT, rule, tag, -1);
        }
        add(DicomProblem.NONCONFORMANT, rule, tag);
    }

    private void add(DicomProblem problem, String rule, int tag) {
        findings.add(new Finding(problem, tag == -1 ? "" : Tag.format(tag), tag, -1, rule));
    }
}
