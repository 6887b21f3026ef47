package org.symbolon.dicom.image.internal.transcode;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelTranscoder.Outcome;
import org.symbolon.dicom.image.internal.PixelHeader;
import org.symbolon.dicom.image.internal.encode.FrameEncoder;

/** One file on its way into another transfer syntax. Holds one frame at a time. */
public final class Recoding {
    private final DicomFile file;
    private final TransferSyntax to;
    private final ImageLimits limits;
    private final ImageBytes bytes;

    public Recoding(DicomFile file, TransferSyntax to, ImageLimits limits) throws IOException {
        this.file = file;
        this.to = to;
        this.limits = limits;
        this.bytes = ImageBytes.of(file);
    }

    /** Writes a new file. */
    public Outcome write(Path target) throws IOException {
        PixelHeader header = pixelsOrNull();
        DataSetParts parts = DataSetParts.of(bytes);
        boolean recoded = header != null && (header.encapsulated() || to.encapsulated());
        try (PositionedOutput out = new PositionedOutput(
                FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW))) {
            Edits edits = Edits.none();
            DataSetParts.Pixels pixels = null;
            if (header != null && recoded) {
                CellsOfFrames frames = new CellsOfFrames(header, limits);
                edits = Edits.of(header.header(), file.transferSyntax(), frames.photometric());
                pixels = to.encapsulated() ? encapsulated(header, frames, out) : new NativePixels(plain(), frames);
            } else if (header != null) {
                pixels = new SameNativePixels(header, plain());
            }
            FileHead.write(file, header == null ? identity() : header.header(), to, out);
            write(parts, edits, pixels, out);
        }
        return recoded ? Outcome.RECODED : Outcome.TRANSCRIBED;
    }

    private EncapsulatedPixels encapsulated(PixelHeader header, CellsOfFrames frames, PositionedOutput out) {
        if (header.tag() != Tags.PixelData) {
            throw new ImageException(
                    Problem.UNSUPPORTED, "Floating-point pixel data is never encapsulated (PS3.5 8.2)");
        }
        return new EncapsulatedPixels(
                out,
                frames,
                FrameEncoder.of(to, frames.description()),
                frames.description().nativeFrameBytes());
    }

    private void write(DataSetParts parts, Edits edits, DataSetParts.@Nullable Pixels pixels, PositionedOutput out)
            throws IOException {
        if (!to.deflated()) {
            parts.write(plain(), edits, pixels, out);
            return;
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater);
            OutputStream buffered = new BufferedOutputStream(deflated);
            parts.write(plain(), edits, pixels, buffered);
            buffered.flush();
            deflated.finish();
            if (deflater.getBytesWritten() % 2 != 0) {
                out.write(0);
            }
        } finally {
            deflater.end();
        }
    }

    /** The encoding of the elements, whatever is done with the pixels or with all of them. */
    private TransferSyntax plain() {
        return to.encapsulated() || to.deflated() ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : to;
    }

    private @Nullable PixelHeader pixelsOrNull() throws IOException {
        try {
            return PixelHeader.read(bytes);
        } catch (ImageException e) {
            if (e.problem() == Problem.NO_PIXELS) {
                return null;
            }
            throw e;
        }
    }

    /** The SOP UIDs of a data set without pixels. */
    private DataSet identity() throws IOException {
        try (DataSetReader reader = file.reader(ReaderOptions.defaults().withStopBefore(Tags.SOPInstanceUID + 1))) {
            return DataSet.read(reader);
        }
    }
}
