package org.symbolon.dicomtools.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicomtools.file.internal.RunOptions;
import org.symbolon.dicomtools.file.model.ModelOptions;
import org.symbolon.dicomtools.file.model.ModelRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom json}: data sets as DICOM JSON (PS3.18 F). */
@Command(
        name = "json",
        mixinStandardHelpOptions = true,
        description =
                "Writes DICOM files as DICOM JSON (PS3.18 F): a.dcm as a.dcm.json. The way back: symbolon dicom copy A.json A.dcm.",
        footer = {
            "",
            "Exit code 0: every file was written; 1: some were not, or are damaged and were"
                    + " written as far as they could be read; they are named."
        })
public final class JsonCommand implements Callable<Integer> {
    private static final ReaderOptions SALVAGE = ReaderOptions.defaults().withLeniency(Leniency.SALVAGE);

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return new ModelRun(spec.commandLine(), options, run, this::write).run(".json");
    }

    private Findings write(DicomFile file, OutputStream out) throws IOException {
        JsonOptions how = JsonOptions.defaults()
                .withBulkData(options.bulkData(file))
                .withFileMeta(options.fileMeta())
                .withLayout(options.layout());
        return DicomJsonWriter.write(file, SALVAGE, out, how);
    }
}
