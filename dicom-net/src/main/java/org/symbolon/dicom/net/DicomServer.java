package org.symbolon.dicom.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.symbolon.dicom.net.internal.Listener;

/**
 * Listens for associations and serves each on a thread of its own (PS3.8 acceptor). Thread-safe. Whoever starts it closes it.
 */
public final class DicomServer implements Closeable {
    private final Listener listener;

    private DicomServer(Listener listener) {
        this.listener = listener;
    }

    /**
     * Listens from now on.
     *
     * @param address port 0: any free port, see {@link #port}
     * @throws IOException if the port cannot be opened
     */
    public static DicomServer start(InetSocketAddress address, ServerOptions options, AssociationHandlerFactory factory)
            throws IOException {
        return new DicomServer(new Listener(address, options, factory));
    }

    public int port() {
        return listener.port();
    }

    /** Associations that are being served. */
    public int associations() {
        return listener.associations();
    }

    /**
     * Stops accepting at once. An association between two operations is aborted; an operation under way may end, for at most
     * {@link ServerOptions#shutdownTimeout}; then its connection is cut and its thread interrupted.
     */
    @Override
    public void close() {
        listener.close();
    }
}
