package org.symbolon.dicom.image.internal.jpegls;

import java.util.List;

/**
 * What a frame header says (T.87 C.2.2).
 *
 * @param components their identifiers
 */
public record JpegLsHeader(int precision, int rows, int columns, List<Integer> components) {}
