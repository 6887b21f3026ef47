package org.symbolon.dicom.image.internal.jpeg;

/** Decodes the scans of one frame, one after the other. */
interface ScanDecoder {
    /** Returns where the next marker is to be looked for. */
    int decode(Scan scan);

    /** Pixel by pixel, once every scan is decoded. */
    short[] samples();
}
