package org.symbolon.dicom;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.internal.xml.XmlDataSets;

/**
 * Reads the Native DICOM Model (PS3.19 annex A.1). Documents with a document type are refused, and nothing is ever fetched.
 * Private attributes {@code gggg00ee} go to the block of their creator, which is reserved where there is none. A missing
 * {@code vr} is the dictionary's. Text and pixel data are treated as in {@link DicomJsonReader}.
 *
 * <p>What is no XML or not of the model ends in a {@link DicomFormatException} CORRUPT, what passes a limit in
 * LIMIT_EXCEEDED; the offset is in characters.
 */
public final class NativeXmlReader {
    private NativeXmlReader() {}

    /** The data set of a document; references end in CORRUPT. Does not close the stream. */
    public static DataSet read(InputStream in, ModelLimits limits) throws IOException {
        return read(in, limits, BulkDataResolver.refuse());
    }

    /** The data set of a document; references are looked up with the resolver. Does not close the stream. */
    public static DataSet read(InputStream in, ModelLimits limits, BulkDataResolver bulkData) throws IOException {
        return new XmlDataSets(in, limits, bulkData).read();
    }
}
