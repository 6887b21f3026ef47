package org.symbolon.deidentification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;

/** A file with native pixel data of any size, mostly a hole, so that writing it is fast. */
final class LargeObject {
    private LargeObject() {}

    static void write(Path file, long pixelBytes) throws IOException {
        DataSet header = new DataSet();
        header.putString(Tags.SOPClassUID, Uids.SecondaryCaptureImageStorage);
        header.putString(Tags.SOPInstanceUID, "1.2.3.4");
        header.putString(Tags.StudyInstanceUID, "1.2.3.2");
        header.putString(Tags.SeriesInstanceUID, "1.2.3.3");
        header.putString(Tags.PatientName, "Large^Lars");
        header.putString(Tags.PatientID, "4711");
        Part10Writer.write(file, header, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        pixels.writeBytes(new byte[] {(byte) 0xE0, 0x7F, 0x10, 0});
        pixels.writeBytes("OW\0\0".getBytes(StandardCharsets.US_ASCII));
        pixels.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) pixelBytes)
                .array());
        long start = Files.size(file);
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
            random.seek(start);
            random.write(pixels.toByteArray());
            random.setLength(start + pixels.size() + pixelBytes);
        }
    }

    static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
