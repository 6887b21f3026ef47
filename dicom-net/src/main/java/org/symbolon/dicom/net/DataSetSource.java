package org.symbolon.dicom.net;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A data set to be sent, in the transfer syntax of its presentation context. */
public interface DataSetSource {
    /** Bytes of the data set, -1 if not known. A hint only. */
    long length();

    /**
     * Writes the whole data set once. If it throws, the exception reaches the caller of the service, and the association is
     * aborted, unless nothing of the message has left yet.
     */
    void writeTo(DataSetOutput out) throws IOException;

    /**
     * A file from an offset to its end.
     *
     * @param dataSetOffset first byte behind preamble and file meta group
     */
    static DataSetSource ofFile(Path path, long dataSetOffset) throws IOException {
        long length = Files.size(path) - dataSetOffset;
        if (length < 0) {
            throw new EOFException("The file ends before its data set");
        }
        return new DataSetSource() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(DataSetOutput out) throws IOException {
                try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
                    out.transferFrom(file, dataSetOffset, length);
                }
            }
        };
    }

    /** A data set that is in memory; the array is not copied. */
    static DataSetSource ofBytes(byte[] dataSet) {
        return new DataSetSource() {
            @Override
            public long length() {
                return dataSet.length;
            }

            @Override
            public void writeTo(DataSetOutput out) throws IOException {
                out.write(dataSet);
            }
        };
    }
}
