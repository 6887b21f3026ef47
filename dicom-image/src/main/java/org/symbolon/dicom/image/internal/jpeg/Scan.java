package org.symbolon.dicom.image.internal.jpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan header and the bits behind it (T.81 B.2.3).
 *
 * @param spectralStart first coefficient; the predictor of the lossless process
 * @param spectralEnd last coefficient
 * @param approximationHigh bits known before, successive approximation's high position
 * @param pointTransform successive approximation's low position
 * @param restartInterval in MCUs, 0 for none
 */
record Scan(
        List<Part> components,
        int spectralStart,
        int spectralEnd,
        int approximationHigh,
        int pointTransform,
        int restartInterval,
        BitReader bits) {
    /** A component's share: its index in the frame and its tables, null where the stream defined none. */
    record Part(
            int component,
            @Nullable HuffmanTable dc,
            @Nullable HuffmanTable ac,
            @Nullable QuantisationTable quantisation) {}

    static <T> T required(@Nullable T table) {
        if (table == null) {
            throw JpegCodestream.corrupt("A scan without its tables");
        }
        return table;
    }
}
