package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** What lies in a raw deflate stream (PS3.5 A.5), inflated as it is read. Releases its inflater when it is closed. */
final class InflatedDataSet extends InflaterInputStream {
    private static final int BUFFER_BYTES = 16 << 10;

    InflatedDataSet(InputStream deflated) {
        super(deflated, new Inflater(true), BUFFER_BYTES);
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            inf.end();
        }
    }
}
