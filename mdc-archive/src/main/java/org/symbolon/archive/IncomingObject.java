package org.symbolon.archive;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An object on its way into the archive. Its preamble and file meta group are written already: the caller writes the data
 * set, then commits, then closes. Owned by one thread.
 */
public interface IncomingObject extends AutoCloseable {

    /** Takes the data set, exactly as it came over the wire; its SHA-256 is taken on the way. Closing the stream does nothing. */
    OutputStream dataSet();

    /** Bytes of the data set so far. */
    long dataSetLength();

    /**
     * Makes the object durable and visible. When this returns, bytes and row are on disk. When it throws {@code IOException},
     * either nothing is visible or what is there is completed by storing the object again.
     *
     * @param header read from the data set itself
     * @throws org.symbolon.model.SymbolonException UID_MISMATCH where the header names another class or instance than the
     *     description; MISSING_UID
     */
    StoreReceipt commit(InstanceHeader header) throws IOException;

    /** Without a commit, drops everything written. Harmless when called twice. */
    @Override
    void close() throws IOException;
}
