package org.symbolon.dicom.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomDirectory;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DirectoryRecord;
import org.symbolon.dicom.FileEditor;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TagPath;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Transcription;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/**
 * A file on disk: copied it is the same; an element that is put is there, and when it is removed again the bytes are the
 * same; it is read as a directory and written in other transfer syntaxes.
 */
public final class DicomFileFuzz {
    private static final ReaderOptions OPTIONS =
            ReaderOptions.defaults().withMaxElements(100_000).withMaxValueBytes(1 << 20);
    private static final TagPath PUT = TagPath.of(Tags.PatientComments);

    private DicomFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Path folder = Files.createTempDirectory("symbolon-fuzz");
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        Path back = folder.resolve("back");
        try {
            Files.write(in, data);
            run(in, out, back);
        } catch (DicomFormatException e) {
            if (e.problem() == null) {
                throw new IllegalStateException("A refusal without a reason", e);
            }
        } finally {
            for (Path path : new Path[] {in, out, back, folder}) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void run(Path in, Path out, Path back) throws IOException {
        DicomFile file = DicomFile.open(in, OPTIONS);
        FileEditor.of(file, OPTIONS).write(out);
        if (Files.mismatch(in, out) != -1) {
            throw new IllegalStateException("A copy that differs");
        }
        for (DirectoryRecord record : DicomDirectory.read(file, OPTIONS).records()) {
            DicomDirectory.file(in, record);
        }
        edit(file, out, back);
        for (TransferSyntax to : DataSetReaderFuzz.SYNTAXES) {
            if (Transcription.canConvert(file.transferSyntax(), to)) {
                Transcription.write(file, to, out);
            }
        }
    }

    private static void edit(DicomFile file, Path out, Path back) throws IOException {
        DataSet dataSet = file.dataSet(OPTIONS);
        if (dataSet.contains(PUT.tag()) || file.transferSyntax().deflated()) {
            return;
        }
        FileEditor.of(file, OPTIONS).put(PUT, Vr.LT, "fuzz").write(out);
        DicomFile edited = DicomFile.open(out, OPTIONS);
        if (edited.dataSet(OPTIONS).contains(PUT.tag())) {
            FileEditor.of(edited, OPTIONS).remove(PUT).write(back);
            if (Files.mismatch(file.path(), back) != -1) {
                throw new IllegalStateException("An edit leaves a trace");
            }
        }
    }
}
