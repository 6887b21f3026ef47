package org.symbolon.dicomtools.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.NativeXmlWriter;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.XmlOptions;
import org.symbolon.dicomtools.file.internal.RunOptions;
import org.symbolon.dicomtools.file.model.ModelOptions;
import org.symbolon.dicomtools.file.model.ModelRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom xml}: data sets as Native XML (PS3.19 A). */
@Command(
        name = "xml",
        mixinStandardHelpOptions = true,
        description =
                "Writes DICOM files as Native XML (PS3.19 A): a.dcm as a.dcm.xml. The way back: symbolon dicom copy A.xml A.dcm.",
        footer = {"", "Exit code 0: every file was written; 1: some were not, and are named."})
public final class XmlCommand implements Callable<Integer> {
    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return new ModelRun(spec.commandLine(), options, run, this::write).run(".xml");
    }

    private void write(DicomFile file, OutputStream out) throws IOException {
        XmlOptions how = XmlOptions.defaults()
                .withBulkData(options.bulkData(file))
                .withFileMeta(options.fileMeta())
                .withLayout(options.layout());
        NativeXmlWriter.write(file, ReaderOptions.defaults(), out, how);
    }
}
