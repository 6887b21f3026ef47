package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.net.DataSetOutput;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.Recoding;

/** The native transfer syntaxes that a file with native pixel data can be sent in. */
public final class FileRecoding implements Recoding {
    private static final List<TransferSyntax> NATIVE =
            List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    /** Larger values go from the file to the network without being held. */
    private static final ReaderOptions OPTIONS = ReaderOptions.defaults().withLargeValuesAbove(1 << 20);

    private final DicomFile file;

    public FileRecoding(DicomFile file) {
        this.file = file;
    }

    @Override
    public List<TransferSyntax> targets() {
        Stream<TransferSyntax> targets = file.transferSyntax().encapsulated() ? Stream.of() : NATIVE.stream();
        return targets.filter(target -> !target.equals(file.transferSyntax())).toList();
    }

    @Override
    public DataSetSource to(TransferSyntax target) {
        if (!targets().contains(target)) {
            throw new IllegalArgumentException("The file cannot be had in that transfer syntax");
        }
        return new DataSetSource() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public void writeTo(DataSetOutput out) throws IOException {
                try (DataSetReader reader = file.reader(OPTIONS)) {
                    new DataSetWriter(out, target, DataSetWriter.SequenceLengths.UNDEFINED).write(DataSet.read(reader));
                }
            }
        };
    }
}
