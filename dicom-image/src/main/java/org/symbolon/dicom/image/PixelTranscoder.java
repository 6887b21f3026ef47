package org.symbolon.dicom.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.internal.encode.FrameEncoder;
import org.symbolon.dicom.image.internal.transcode.Recoding;

/**
 * Re-encodes files in other transfer syntaxes, pixel data included, and never loses a bit of a sample. Immutable and
 * thread-safe.
 */
public final class PixelTranscoder {
    /** What was done with a file. */
    public enum Outcome {
        /** It has that transfer syntax already: copied byte for byte. */
        COPIED,
        /** The data set was written in the other encoding, its pixel data, if there is any, as it is. */
        TRANSCRIBED,
        /** Frames were decoded, encoded or both. */
        RECODED
    }

    private static final Set<TransferSyntax> PLAIN = Set.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);

    private final ImageLimits limits;

    private PixelTranscoder(ImageLimits limits) {
        this.limits = limits;
    }

    public static PixelTranscoder of(ImageLimits limits) {
        return new PixelTranscoder(limits);
    }

    /**
     * Writes a file in a transfer syntax. An existing {@code out} is replaced once everything is written; on failure nothing
     * is left and an existing one stays.
     *
     * @throws ImageException UNSUPPORTED where the transfer syntax is not written ({@link #writes}), cannot hold these pixels,
     *     or the source is not decoded; else as {@link FrameReader#decode}
     * @throws org.symbolon.dicom.DicomFormatException for a data set that cannot be read
     */
    public Outcome transcode(Path in, TransferSyntax to, Path out) throws IOException {
        DicomFile file = DicomFile.open(in);
        if (!writes(to)) {
            throw new ImageException(
                    Problem.UNSUPPORTED, "Transfer syntax not written: " + to.name() + " (" + to.uid() + ")");
        }
        Path unfinished = out.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Outcome outcome;
            if (file.transferSyntax().equals(to)) {
                Files.copy(in, unfinished);
                outcome = Outcome.COPIED;
            } else {
                outcome = new Recoding(file, to, limits).write(unfinished);
            }
            Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
            return outcome;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Whether images can be written in that transfer syntax. */
    public static boolean writes(TransferSyntax to) {
        return to.encapsulated() ? FrameEncoder.writes(to) : PLAIN.contains(to);
    }
}
