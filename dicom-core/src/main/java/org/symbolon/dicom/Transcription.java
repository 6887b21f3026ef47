package org.symbolon.dicom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.symbolon.dicom.internal.ChannelOutput;
import org.symbolon.dicom.internal.DeflatedOutput;
import org.symbolon.dicom.internal.FileMeta;
import org.symbolon.dicom.internal.transcribe.Writing;

/**
 * Writes a file in another transfer syntax without touching its pixels: implicit VR, explicit VR, big endian and deflated
 * into one another (PS3.5 A.1, A.2, A.3, A.5). Streams: memory does not depend on the size of the file. Order, text and
 * the choice between defined and undefined lengths stay; group lengths, where there are any, are made right; values of
 * odd length are padded. To the same syntax it is an identical copy. The file meta group stays but for the transfer
 * syntax; a bare data set gets one.
 *
 * <p>VRs that an implicit source leaves open are those of the dictionary, also for the private blocks it knows; UN where
 * it does not know, and where a value of 64 KiB and more does not fit the 16 bit length of its VR (PS3.5 6.2.2). Numbers
 * and OW are turned to the other byte order; UN stays as it is.
 */
public final class Transcription {
    private Transcription() {}

    /** Whether a file can be written in that syntax without encoding its pixels anew. */
    public static boolean canConvert(TransferSyntax from, TransferSyntax to) {
        return from.uid().equals(to.uid())
                || (!from.encapsulated() && !to.encapsulated() && !to.uid().isEmpty());
    }

    /**
     * Writes the file; an existing one is replaced. It must not be the one that is read.
     *
     * @throws IllegalArgumentException if the syntaxes are not {@link #canConvert such}
     * @throws DicomFormatException what reading suffers from; the file is then removed
     */
    public static void write(DicomFile in, TransferSyntax to, Path out) throws IOException {
        require(in, to);
        if (Files.exists(out) && Files.isSameFile(out, in.path())) {
            throw new IllegalArgumentException("A file is not transcribed onto itself");
        }
        boolean written = false;
        try (FileChannel channel = FileChannel.open(
                out, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(in, to, channel);
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(out);
            }
        }
    }

    /** As {@link #write(DicomFile, TransferSyntax, Path)}; the channel stays open. */
    public static void write(DicomFile in, TransferSyntax to, WritableByteChannel out) throws IOException {
        write(in, to, out, ReaderOptions.defaults());
    }

    /** As {@link #write(DicomFile, TransferSyntax, WritableByteChannel)} with other limits and leniency. */
    public static void write(DicomFile in, TransferSyntax to, WritableByteChannel out, ReaderOptions options)
            throws IOException {
        require(in, to);
        if (in.transferSyntax().uid().equals(to.uid())) {
            FileEditor.of(in, options).write(out);
            return;
        }
        ChannelOutput gathered = new ChannelOutput(out);
        FileMeta.write(in, to, gathered, options);
        writeDataSet(in, to, gathered, options);
        gathered.flush();
    }

    /** As {@link #write(DicomFile, TransferSyntax, WritableByteChannel)}; the stream stays open. */
    public static void write(DicomFile in, TransferSyntax to, OutputStream out) throws IOException {
        write(in, to, Channels.newChannel(out));
    }

    /** Writes the data set alone, without preamble and file meta group; the stream stays open. */
    public static void writeDataSet(DicomFile in, TransferSyntax to, OutputStream out, ReaderOptions options)
            throws IOException {
        require(in, to);
        Writing.Opening opening = () -> in.reader(options);
        if (to.deflated()) {
            try (DeflatedOutput deflated = new DeflatedOutput(out)) {
                OutputStream buffered = new BufferedOutputStream(deflated);
                Writing.write(opening, to, buffered);
                buffered.flush();
                deflated.finish();
            }
            return;
        }
        OutputStream buffered = out instanceof ChannelOutput ? out : new BufferedOutputStream(out);
        Writing.write(opening, to, buffered);
        buffered.flush();
    }

    private static void require(DicomFile in, TransferSyntax to) {
        if (!canConvert(in.transferSyntax(), to)) {
            throw new IllegalArgumentException("Between these transfer syntaxes the pixel data has to be encoded anew");
        }
    }
}
