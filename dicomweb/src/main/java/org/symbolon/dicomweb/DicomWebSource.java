package org.symbolon.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;

/**
 * A store of DICOM instances as DICOMweb sees it. Whoever implements it shows only what the asker may see. Thread-safe.
 *
 * <p>A search returns candidates: at least everything that matches the query, in an order that stays the same from one call
 * to the next. It may return more, since the resources test each candidate with {@link QidoQuery#matches} and then apply
 * {@link QidoQuery#offset}, {@link QidoQuery#limit} and the choice of attributes themselves. A candidate holds every
 * attribute that the store can give at that level (PS3.18 tables 10.6.3-3 to 10.6.3-5), with its UIDs; a source that looks
 * up only what {@link QidoQuery#exactValues} names does enough for most queries.
 *
 * <p>{@code IOException}: the store cannot answer now; the client is told 503.
 */
public interface DicomWebSource {
    List<DataSet> studies(QidoQuery query) throws IOException;

    List<DataSet> series(QidoQuery query) throws IOException;

    List<DataSet> instances(QidoQuery query) throws IOException;

    /**
     * The instances of a study, of one of its series, or one instance; empty if there are none.
     *
     * @param seriesInstanceUid null: of every series
     * @param sopInstanceUid null: every instance
     */
    List<WebInstance> instancesOf(
            String studyInstanceUid, @Nullable String seriesInstanceUid, @Nullable String sopInstanceUid)
            throws IOException;

    /** The Part 10 file of an instance from a byte on. The caller closes it. */
    InputStream open(WebInstance instance, long offset) throws IOException;
}
