package org.symbolon.deidentification.pixels;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.InverseEdits;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.deidentification.splice.StreamSplicer;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageBytes;

/** A file with the edits of its pixels, both ways. Its attributes are changed as an engine would do it. */
final class SplicedFile {
    private final byte[] result;
    private final List<Edit> inverse;
    private final PixelEdits edits;
    private final TransferSyntax encoding;

    SplicedFile(Path file, PixelEdits edits) throws IOException {
        this(file, DicomFile.open(file).dataSetOffset(), DicomFile.open(file).transferSyntax(), edits);
    }

    SplicedFile(Path file, long dataSetOffset, TransferSyntax encoding, PixelEdits edits) throws IOException {
        Splice splice = Splice.of(file, dataSetOffset, Edit.normalise(edits.edits()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        splice.writeTo(out);
        this.result = out.toByteArray();
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        InverseEdits.write(splice.inverse(), encoded);
        this.inverse = InverseEdits.read(ByteBuffer.wrap(encoded.toByteArray()));
        this.edits = edits;
        this.encoding = encoding;
    }

    /** The original data set, from the result and the identity half's edits. */
    byte[] restored() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean fits =
                new StreamSplicer(new ByteArrayInputStream(result), Digests.sha256()).copy(inverse, result.length, out);
        if (!fits) {
            throw new AssertionError("The edits do not fit the result");
        }
        return out.toByteArray();
    }

    /** The blanked image. */
    ImageBytes image() throws IOException {
        DataSet dataSet;
        try (DataSetReader reader =
                DataSetReader.of(new ByteArrayInputStream(result), encoding, ReaderOptions.defaults())) {
            dataSet = DataSet.read(reader);
        }
        for (Map.Entry<Integer, byte[]> changed : edits.changedAttributes().entrySet()) {
            int tag = changed.getKey();
            if (changed.getValue().length == 0) {
                dataSet.remove(tag);
            } else {
                dataSet.putBytes(tag, Dictionary.standard().vr(tag), changed.getValue());
            }
        }
        byte[] written = DataSetWriter.toBytes(dataSet, edits.transferSyntax());
        return new ImageBytes(edits.transferSyntax(), offset -> {
            int from = (int) Math.min(offset, written.length);
            return new ByteArrayInputStream(written, from, written.length - from);
        });
    }
}
