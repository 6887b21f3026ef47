package org.symbolon.dicom.image.internal.jpegls;

/** How the components of a scan follow one another (ILV, T.87 C.2.3). */
enum Interleave {
    NONE,
    LINE,
    SAMPLE
}
