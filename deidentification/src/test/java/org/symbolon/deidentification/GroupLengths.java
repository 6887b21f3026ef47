package org.symbolon.deidentification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;

/** Retired group lengths (PS3.5 section 7.2) in explicit VR little endian files. */
final class GroupLengths {
    private static final int ELEMENT_BYTES = 12;

    private GroupLengths() {}

    /** Writes a copy of the file with the group length of one group in its place. */
    static Path insert(Path file, Path out, int group) throws IOException {
        long[] range = range(file, group);
        byte[] bytes = Files.readAllBytes(file);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        copy.write(bytes, 0, (int) range[0]);
        copy.writeBytes(ByteBuffer.allocate(ELEMENT_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) group)
                .putShort((short) 0)
                .put((byte) 'U')
                .put((byte) 'L')
                .putShort((short) 4)
                .putInt((int) (range[1] - range[0]))
                .array());
        copy.writeBytes(Arrays.copyOfRange(bytes, (int) range[0], bytes.length));
        return Files.write(out, copy.toByteArray());
    }

    /** What the file says. */
    static long of(Path file, int group) throws IOException {
        byte[] value = SampleObject.read(file).bytes(Tag.of(group, 0));
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    /** What it should say. */
    static long expected(Path file, int group) throws IOException {
        long[] range = range(file, group);
        return range[1] - range[0] - ELEMENT_BYTES;
    }

    private static long[] range(Path file, int group) throws IOException {
        DicomFile dicom = DicomFile.open(file);
        long start = -1;
        long end = -1;
        try (DataSetReader reader = dicom.reader(ReaderOptions.defaults())) {
            for (Token token = reader.next(); token != null; token = reader.next()) {
                if (token == Token.ELEMENT && reader.depth() == 0 && Tag.group(reader.tag()) == group) {
                    start = start < 0 ? reader.headerOffset() : start;
                    end = reader.endOffset();
                }
            }
        }
        return new long[] {dicom.dataSetOffset() + start, dicom.dataSetOffset() + end};
    }
}
