package org.symbolon.dicom.net;

import javax.net.ssl.SSLContext;

/**
 * Keys and trusted certificates for TLS, asked for by every new connection; those that are open go on with what they had.
 * Thread-safe, and quick: it is asked on an event loop.
 */
@FunctionalInterface
public interface TlsSource {
    SSLContext context();

    /** The same for ever. */
    static TlsSource of(SSLContext context) {
        return () -> context;
    }
}
