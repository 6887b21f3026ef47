package org.symbolon.dicomtools.file.copy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;

/** A byte-identical copy of a file whose data set can be read to its end. Its values pass by the heap. */
public final class CheckedCopy {
    private CheckedCopy() {}

    /**
     * Makes the file {@code out}, which is not there yet.
     *
     * @throws org.symbolon.dicom.DicomFormatException before anything is written
     */
    public static void copy(Path in, Path out) throws IOException {
        check(in);
        try (FileChannel source = FileChannel.open(in, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = source.size();
            for (long position = 0; position < size; ) {
                long bytes = source.transferTo(position, size - position, target);
                if (bytes <= 0) {
                    throw new EOFException("The file became shorter while it was copied");
                }
                position += bytes;
            }
        }
    }

    private static void check(Path in) throws IOException {
        try (DataSetReader reader = DicomFile.open(in).reader(ReaderOptions.defaults())) {
            while (reader.next() != null) {
                // to the end: headers alone, values are moved over
            }
        }
    }
}
