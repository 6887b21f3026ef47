package org.symbolon.dicom.image.internal.jpegls;

import java.util.List;

/**
 * A scan (T.87 C.2.3).
 *
 * @param components indices in the frame
 * @param mappingTables of each component, 0 for none
 * @param pointTransform by how many bits decoded samples are shifted left
 * @param restartLines lines between restart markers, 0 for none
 */
record ScanHeader(
        List<Integer> components,
        List<Integer> mappingTables,
        CodingParameters parameters,
        Interleave interleave,
        int pointTransform,
        int restartLines) {}
