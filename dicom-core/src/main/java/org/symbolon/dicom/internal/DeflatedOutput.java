package org.symbolon.dicom.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A raw deflate stream of even length (PS3.5 A.5). Closing it frees the deflater and leaves the stream below open. */
public final class DeflatedOutput extends DeflaterOutputStream {
    private static final int BUFFER_BYTES = 16 << 10;

    private final Deflater deflater;
    private boolean finished;

    public DeflatedOutput(OutputStream out) {
        this(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
    }

    private DeflatedOutput(OutputStream out, Deflater deflater) {
        super(out, deflater, BUFFER_BYTES);
        this.deflater = deflater;
    }

    @Override
    public void finish() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        super.finish();
        if (deflater.getBytesWritten() % 2 != 0) {
            out.write(0);
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
