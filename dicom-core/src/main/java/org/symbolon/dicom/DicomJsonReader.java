package org.symbolon.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.internal.json.JsonDataSets;

/**
 * Reads the DICOM JSON model (PS3.18 annex F): an object, or an array of objects one at a time. The JSON is read strictly
 * (RFC 8259, UTF-8), and so are tags, VRs and the kinds of values, but for what is seen in practice: numbers as strings,
 * {@code InlineBinary} and {@code BulkDataURI} in an array of one, members that the model does not have, a missing
 * {@code vr} where the dictionary knows it, attributes out of order.
 *
 * <p>Text of the data sets is UTF-8 and (0008,0005), where it is needed or was there, says so. Bytes of pixel data that are
 * items from end to end are taken for encapsulated.
 *
 * <p>What is no JSON or not of the model ends in a {@link DicomFormatException} CORRUPT, what passes a limit in
 * LIMIT_EXCEEDED; the offset is in characters. Not thread-safe. Close it to close what it reads.
 */
public final class DicomJsonReader implements Closeable {
    private final JsonDataSets dataSets;

    private DicomJsonReader(JsonDataSets dataSets) {
        this.dataSets = dataSets;
    }

    /** The data set of a text that is one object, or an array of one. References end in CORRUPT. Closes nothing. */
    @SuppressWarnings("resource")
    public static DataSet read(InputStream in, ModelLimits limits) throws IOException {
        return read(utf8(in), limits);
    }

    /** As {@link #read(InputStream, ModelLimits)}. */
    @SuppressWarnings("resource")
    public static DataSet read(Reader in, ModelLimits limits) throws IOException {
        JsonDataSets dataSets = new JsonDataSets(in, limits, BulkDataResolver.refuse());
        DataSet dataSet = dataSets.next();
        if (dataSet == null || dataSets.next() != null) {
            throw new DicomFormatException(DicomProblem.CORRUPT, "Not one data set");
        }
        return dataSet;
    }

    /** Reads an object or an array of objects one by one; references are looked up with the resolver. */
    public static DicomJsonReader of(InputStream in, ModelLimits limits, BulkDataResolver bulkData) {
        return of(utf8(in), limits, bulkData);
    }

    /** As {@link #of(InputStream, ModelLimits, BulkDataResolver)}. */
    public static DicomJsonReader of(Reader in, ModelLimits limits, BulkDataResolver bulkData) {
        return new DicomJsonReader(new JsonDataSets(in, limits, bulkData));
    }

    /** The next data set; null once the text has ended as it must. */
    public @Nullable DataSet next() throws IOException {
        return dataSets.next();
    }

    @Override
    public void close() throws IOException {
        dataSets.close();
    }

    private static Reader utf8(InputStream in) {
        return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    }
}
