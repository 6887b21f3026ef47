package org.symbolon.dicom;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.symbolon.dicom.internal.FileLayout;
import org.symbolon.dicom.internal.InflatedStream;

/**
 * A Part 10 file (PS3.10 section 7) or a bare data set in a file, and where its parts stand. Holds no open file.
 *
 * @param hasPreamble whether 128 bytes and {@code DICM} come first
 * @param dataSetOffset the first byte of the data set in the file
 * @param transferSyntax as the file meta group says; where it says nothing, as the bytes look
 * @param fileMeta the file meta group, empty if there is none
 * @param findings what is against PS3.10 in preamble and file meta group
 */
public record DicomFile(
        Path path,
        boolean hasPreamble,
        long dataSetOffset,
        TransferSyntax transferSyntax,
        DataSet fileMeta,
        List<Finding> findings) {
    public DicomFile {
        findings = List.copyOf(findings);
    }

    /** As {@link #open(Path, ReaderOptions)}, {@link Leniency#TOLERANT}. */
    public static DicomFile open(Path path) throws IOException {
        return open(path, ReaderOptions.defaults());
    }

    /**
     * Reads preamble and file meta group. A wrong or missing group length, a meta group without preamble and a data set
     * without meta group are taken as they are, unless the leniency is {@link Leniency#STRICT}; a transfer syntax that
     * nobody knows is for {@link Leniency#SALVAGE} taken for explicit VR little endian. Of the other options only the
     * number of findings counts here.
     *
     * @throws DicomFormatException EMPTY, NOT_DICOM, UNKNOWN_TRANSFER_SYNTAX, or what the meta group suffers from
     */
    public static DicomFile open(Path path, ReaderOptions options) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return of(path, channel, options);
        }
    }

    /** As {@link #open(Path, ReaderOptions)}, of a file that the caller has opened, and closes; moves the channel's position. */
    public static DicomFile of(Path path, SeekableByteChannel channel, ReaderOptions options) throws IOException {
        Part10Header header = FileLayout.of(channel, options);
        return new DicomFile(
                path,
                header.hasPreamble(),
                header.dataSetOffset(),
                header.transferSyntax(),
                header.fileMeta(),
                header.findings());
    }

    /** Reads the data set into memory, but for what {@link ReaderOptions#largeValuesAbove} leaves on disk. */
    public DataSet dataSet(ReaderOptions options) throws IOException {
        try (DataSetReader reader = reader(options)) {
            return DataSet.read(reader);
        }
    }

    /** A reader over the data set; inflates a deflated one. The caller closes it. */
    public DataSetReader reader(ReaderOptions options) throws IOException {
        ValueOrigin origin = ValueOrigin.of(this);
        if (transferSyntax.deflated()) {
            InputStream in = dataSetStream(options.leniency());
            try {
                return DataSetReader.ofInflated(in, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, options, origin);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return DataSetReader.of(channel, dataSetOffset, transferSyntax, options, origin);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The bytes that the offsets of {@link #reader} count: the data set, inflated if it is deflated. The caller closes it. */
    public InputStream dataSetStream() throws IOException {
        return dataSetStream(Leniency.TOLERANT);
    }

    private InputStream dataSetStream(Leniency leniency) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            channel.position(dataSetOffset);
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
            return transferSyntax.deflated() ? InflatedStream.of(in, leniency) : in;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
