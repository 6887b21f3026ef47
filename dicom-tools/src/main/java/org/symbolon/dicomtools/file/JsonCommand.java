package org.symbolon.dicomtools.file;

import java.io.IOException;
import java.io.OutputStream;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicomtools.file.model.ModelOptions;
import picocli.CommandLine.Command;

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
public final class JsonCommand extends ModelCommand {
    public JsonCommand() {
        super(".json");
    }

    @Override
    Findings write(DicomFile file, ModelOptions options, OutputStream out) throws IOException {
        JsonOptions how = JsonOptions.defaults()
                .withBulkData(options.bulkData(file))
                .withFileMeta(options.fileMeta())
                .withLayout(options.layout());
        return DicomJsonWriter.write(file, SALVAGE, out, how);
    }
}
