package org.symbolon.dicom.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Where a {@link DataSetSource} writes its bytes. They are gathered into PDUs of the size that the peer takes; a write waits
 * while the peer does not read. Made by this module only. Not thread-safe.
 */
public abstract class DataSetOutput extends OutputStream implements WritableByteChannel {
    protected DataSetOutput() {}

    /** Writes all that remains in the buffer. */
    @Override
    public abstract int write(ByteBuffer source) throws IOException;

    /**
     * Copies part of a file straight into PDUs: the fastest way in.
     *
     * @throws java.io.EOFException if the file has fewer bytes than that
     */
    public abstract void transferFrom(FileChannel file, long position, long count) throws IOException;

    /** True until the data set has been sent. */
    @Override
    public abstract boolean isOpen();

    /** Does nothing: the association ends the data set when {@link DataSetSource#writeTo} returns. */
    @Override
    public void close() {}
}
