package org.symbolon.dicomtools.file.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.LosslessCheck;
import org.symbolon.dicom.image.PixelTranscoder;
import org.symbolon.dicomtools.file.model.ModelSource;

/** What a file becomes on its way: nothing else, or the same in another transfer syntax. JSON and XML become DICOM. */
public final class FileConversion {
    private static final String UNPACKED = ".dcm";

    private final @Nullable TransferSyntax syntax;
    private final LosslessMode mode;
    private final PixelTranscoder transcoder = PixelTranscoder.of(ImageLimits.defaults());

    private FileConversion(@Nullable TransferSyntax syntax, LosslessMode mode) {
        this.syntax = syntax;
        this.mode = mode;
    }

    /** Byte for byte. */
    public static FileConversion none() {
        return new FileConversion(null, LosslessMode.UNCHECKED);
    }

    public static FileConversion to(TransferSyntax syntax, LosslessMode mode) {
        return new FileConversion(syntax, mode);
    }

    /** Makes the file {@code out}, which is not there yet; where that fails it may be there in part. */
    public void write(Path in, Path out) throws IOException {
        try {
            writeDicom(in, out);
        } catch (DicomFormatException e) {
            Optional<ModelSource> model = e.problem() == DicomProblem.NOT_DICOM ? ModelSource.of(in) : Optional.empty();
            if (model.isEmpty()) {
                throw e;
            }
            writeModel(model.get(), out);
        }
    }

    private void writeDicom(Path in, Path out) throws IOException {
        if (syntax == null) {
            CheckedCopy.copy(in, out);
        } else {
            recode(in, syntax, out);
        }
    }

    private void writeModel(ModelSource model, Path out) throws IOException {
        if (syntax == null) {
            model.write(out);
            return;
        }
        Path unpacked = out.resolveSibling(out.getFileName() + UNPACKED);
        try {
            model.write(unpacked);
            recode(unpacked, syntax, out);
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }

    private void recode(Path in, TransferSyntax to, Path out) throws IOException {
        transcoder.transcode(in, to, out);
        if (mode == LosslessMode.UNCHECKED) {
            return;
        }
        LosslessCheck check = LosslessCheck.compare(in, out, ImageLimits.defaults());
        if (!check.passed()) {
            throw new DicomFormatException(
                    DicomProblem.CORRUPT,
                    "The pixels of the copy are not those of the file (" + check.verdict() + ", frame "
                            + (check.frames() + 1) + "): it was not kept");
        }
    }
}
