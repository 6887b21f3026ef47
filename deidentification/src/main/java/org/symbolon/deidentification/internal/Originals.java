package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The originals of changed attributes, as an Encrypted Attributes Data Set wants them before it is encrypted (PS3.15 E.1.1). */
public final class Originals {
    private Originals() {}

    /**
     * A data set with a Modified Attributes Sequence of one item, in explicit VR little endian. Pixel data is left out.
     *
     * @param tags of the top level
     * @param maxBytes most that it may have; more is {@code LIMIT_EXCEEDED}
     */
    public static byte[] dataSet(DicomFile file, Set<Integer> tags, long maxBytes) throws IOException {
        DataSet original = file.dataSet(
                ReaderOptions.defaults().withStopBefore(Tags.PixelData).withLargeValuesAbove(maxBytes));
        DataSet item = new DataSet();
        for (int tag : tags) {
            Element element = original.element(tag);
            if (element != null && tag != Tags.PixelData) {
                item.put(element);
            }
        }
        DataSet modified = new DataSet().putSequence(Tags.ModifiedAttributesSequence, List.of(item));
        byte[] bytes = DataSetWriter.toBytes(modified, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        if (bytes.length > maxBytes) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "The encrypted originals would have more than " + maxBytes + " bytes");
        }
        return bytes;
    }
}
