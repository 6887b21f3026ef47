package org.symbolon.dicom.image;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from any place on. */
@FunctionalInterface
public interface OffsetStream {
    /** The bytes from that one on; the caller closes the stream. */
    InputStream open(long offset) throws IOException;
}
