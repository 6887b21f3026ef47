package org.symbolon.dicomtools.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** Files to run commands on. */
final class Samples {
    private Samples() {}

    /** An image of 16 x 8 grey pixels. */
    static DataSet image() {
        byte[] pixels = new byte[16 * 8 * 2];
        for (int i = 0; i < pixels.length / 2; i++) {
            pixels[2 * i] = (byte) (i * 7);
            pixels[2 * i + 1] = (byte) (i % 4);
        }
        DataSet code = new DataSet().putString(Tags.CodeValue, "T-D3000").putString(Tags.CodeMeaning, "Chest");
        return new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 192")
                .putString(Tags.ImageType, "ORIGINAL", "PRIMARY")
                .putString(Tags.SOPClassUID, Uids.CTImageStorage)
                .putString(Tags.SOPInstanceUID, "1.2.3.4")
                .putString(Tags.StudyInstanceUID, "1.2.3")
                .putString(Tags.SeriesInstanceUID, "1.2.3.5")
                .putString(Tags.Modality, "CT")
                .putString(Tags.PatientName, "Müller^Jörg")
                .putString(Tags.PatientID, "4711")
                .putString(Tags.ImageComments, "two\nlines \u001b[31m")
                .putSequence(Tags.AnatomicRegionSequence, List.of(code))
                .put(0x00290010, Vr.LO, "SIEMENS CSA HEADER")
                .putBytes(0x00291008, Vr.UN, new byte[] {1, 2, 3, (byte) 0xFF})
                .putInts(Tags.SamplesPerPixel, Vr.US, 1)
                .putString(Tags.PhotometricInterpretation, "MONOCHROME2")
                .putInts(Tags.Rows, Vr.US, 8)
                .putInts(Tags.Columns, Vr.US, 16)
                .putInts(Tags.BitsAllocated, Vr.US, 16)
                .putInts(Tags.BitsStored, Vr.US, 12)
                .putInts(Tags.HighBit, Vr.US, 11)
                .putInts(Tags.PixelRepresentation, Vr.US, 0)
                .putBytes(Tags.PixelData, Vr.OW, pixels);
    }

    static Path write(Path path, DataSet dataSet, TransferSyntax syntax) throws IOException {
        Files.createDirectories(path.toAbsolutePath().resolveSibling("."));
        Part10Writer.write(path, dataSet, syntax);
        return path;
    }

    static Path write(Path path, DataSet dataSet) throws IOException {
        return write(path, dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /** A file that ends inside its pixel data. */
    static Path writeTruncated(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(write(path, image()));
        return Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length - 10));
    }

    /** A folder of the test data beside the repository; the test is skipped without it. */
    static Path shared(String folder) {
        Path path = Path.of(System.getProperty("symbolon.repository.root", "."))
                .toAbsolutePath()
                .normalize()
                .resolveSibling("shared")
                .resolve("data")
                .resolve(folder);
        assumeTrue(Files.isDirectory(path), "The shared test data is not beside the repository: data/" + folder);
        return path;
    }
}
