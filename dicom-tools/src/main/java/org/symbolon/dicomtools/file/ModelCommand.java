package org.symbolon.dicomtools.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicomtools.file.internal.RunOptions;
import org.symbolon.dicomtools.file.model.ModelOptions;
import org.symbolon.dicomtools.file.model.ModelRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code symbolon dicom json} and {@code symbolon dicom xml} share: the options, and one file after the other. */
abstract class ModelCommand implements Callable<Integer> {
    /** Damaged files are written as far as they can be read. */
    static final ReaderOptions SALVAGE = ReaderOptions.defaults().withLeniency(Leniency.SALVAGE);

    private final String extension;

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** @param extension of what is written, behind the name of what is read */
    ModelCommand(String extension) {
        this.extension = extension;
    }

    @Override
    public Integer call() throws IOException {
        return new ModelRun(spec.commandLine(), options, run, (file, out) -> write(file, options, out)).run(extension);
    }

    /** Writes one data set, without closing the stream; what was wrong with it is in the findings. */
    abstract Findings write(DicomFile file, ModelOptions options, OutputStream out) throws IOException;
}
