package org.symbolon.dicom;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.symbolon.dicom.internal.FileLayout;
import org.symbolon.dicom.internal.InflatedStream;

/**
 * A Part 10 file (PS3.10 section 7) or a bare data set in a file, and where its parts stand. Holds no open file.
 *
 * @param hasPreamble whether 128 bytes and {@code DICM} come first
 * @param dataSetOffset the first byte of the data set in the file
 * @param transferSyntax as the file meta group says; where it says nothing, as the bytes look
 * @param fileMeta the file meta group, empty if there is none
 */
public record DicomFile(
        Path path, boolean hasPreamble, long dataSetOffset, TransferSyntax transferSyntax, DataSet fileMeta) {
    /**
     * Reads preamble and file meta group. A wrong or missing group length, a meta group without preamble and a data set
     * without meta group are taken as they are.
     *
     * @throws DicomFormatException EMPTY, NOT_DICOM, UNKNOWN_TRANSFER_SYNTAX, or what the meta group suffers from
     */
    public static DicomFile open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            FileLayout layout = FileLayout.find(channel);
            return new DicomFile(
                    path, layout.hasPreamble(), layout.dataSetOffset(), layout.transferSyntax(), layout.fileMeta());
        }
    }

    /** A reader over the data set; inflates a deflated one. The caller closes it. */
    public DataSetReader reader(ReaderOptions options) throws IOException {
        if (transferSyntax.deflated()) {
            InputStream in = dataSetStream();
            try {
                return DataSetReader.of(in, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, options);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return DataSetReader.of(channel, dataSetOffset, transferSyntax, options);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The bytes that the offsets of {@link #reader} count: the data set, inflated if it is deflated. The caller closes it. */
    public InputStream dataSetStream() throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            channel.position(dataSetOffset);
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
            return transferSyntax.deflated() ? InflatedStream.of(in) : in;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
