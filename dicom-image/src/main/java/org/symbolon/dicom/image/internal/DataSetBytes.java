package org.symbolon.dicom.image.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.OffsetStream;

/** Data sets in files and in Part 10 streams (PS3.10 section 7.1). */
public final class DataSetBytes {
    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final ReaderOptions META_LIMITS = new ReaderOptions(1 << 20, 1, 1000, 0x00030000);

    private DataSetBytes() {}

    public static ImageBytes ofFile(DicomFile file) {
        if (file.transferSyntax().deflated()) {
            return new ImageBytes(file.transferSyntax(), offset -> skipTo(file.dataSetStream(), offset));
        }
        return new ImageBytes(file.transferSyntax(), offset -> {
            FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
            try {
                channel.position(file.dataSetOffset() + offset);
                return new BufferedInputStream(Channels.newInputStream(channel));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        });
    }

    public static ImageBytes ofPart10(OffsetStream file) throws IOException {
        try (InputStream in = file.open(0)) {
            byte[] head = in.readNBytes(PREAMBLE_BYTES + PREFIX.length);
            if (head.length < PREAMBLE_BYTES + PREFIX.length
                    || !Arrays.equals(head, PREAMBLE_BYTES, head.length, PREFIX, 0, PREFIX.length)) {
                throw new DicomFormatException(DicomProblem.NOT_DICOM, "No Part 10 file (PS3.10 7.1)");
            }
            DataSetReader reader = DataSetReader.of(in, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, META_LIMITS);
            DataSet meta = DataSet.read(reader);
            long dataSetOffset = head.length + (reader.stopped() ? reader.headerOffset() : reader.position());
            TransferSyntax syntax = TransferSyntax.of(meta.string(Tags.TransferSyntaxUID));
            if (syntax == null) {
                throw new DicomFormatException(
                        DicomProblem.UNKNOWN_TRANSFER_SYNTAX, "A transfer syntax that PS3.6 annex A does not have");
            }
            return new ImageBytes(syntax, offset -> open(file, dataSetOffset, syntax, offset));
        }
    }

    private static InputStream open(OffsetStream file, long dataSetOffset, TransferSyntax syntax, long offset)
            throws IOException {
        if (!syntax.deflated()) {
            return new BufferedInputStream(file.open(dataSetOffset + offset));
        }
        return skipTo(new InflatedDataSet(file.open(dataSetOffset)), offset);
    }

    private static InputStream skipTo(InputStream in, long offset) throws IOException {
        try {
            in.skipNBytes(offset);
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
