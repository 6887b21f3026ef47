package org.symbolon.dicomtools.file;

import java.io.IOException;
import java.io.OutputStream;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.NativeXmlWriter;
import org.symbolon.dicom.XmlOptions;
import org.symbolon.dicomtools.file.model.ModelOptions;
import picocli.CommandLine.Command;

/** {@code symbolon dicom xml}: data sets as Native XML (PS3.19 A). */
@Command(
        name = "xml",
        mixinStandardHelpOptions = true,
        description =
                "Writes DICOM files as Native XML (PS3.19 A): a.dcm as a.dcm.xml. The way back: symbolon dicom copy A.xml A.dcm.",
        footer = {
            "",
            "Exit code 0: every file was written; 1: some were not, or are damaged and were"
                    + " written as far as they could be read; they are named."
        })
public final class XmlCommand extends ModelCommand {
    public XmlCommand() {
        super(".xml");
    }

    @Override
    Findings write(DicomFile file, ModelOptions options, OutputStream out) throws IOException {
        XmlOptions how = XmlOptions.defaults()
                .withBulkData(options.bulkData(file))
                .withFileMeta(options.fileMeta())
                .withLayout(options.layout());
        return NativeXmlWriter.write(file, SALVAGE, out, how);
    }
}
