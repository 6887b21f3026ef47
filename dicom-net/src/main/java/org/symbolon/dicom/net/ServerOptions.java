package org.symbolon.dicom.net;

import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link DicomServer} listens.
 *
 * @param calledAeTitles titles under which it answers; empty: any
 * @param tls null: plain TCP; else TLS as {@link NetworkOptions#tlsProfile} says
 * @param clientCertificates ignored without TLS
 * @param shutdownTimeout how long {@link DicomServer#close} lets running operations end
 */
public record ServerOptions(
        Set<String> calledAeTitles,
        @Nullable TlsSource tls,
        ClientCertificates clientCertificates,
        Duration shutdownTimeout,
        NetworkOptions network) {
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

    /** Whether a client proves who it is. */
    public enum ClientCertificates {
        NOT_ASKED,
        /** A client may come without a certificate; one that it has must be trusted. */
        OPTIONAL,
        /** A client without a trusted certificate fails the TLS handshake. */
        REQUIRED
    }

    public ServerOptions {
        calledAeTitles = Set.copyOf(calledAeTitles);
    }

    /** Plain TCP, any called AE title. */
    public static ServerOptions plain(NetworkOptions network) {
        return new ServerOptions(Set.of(), null, ClientCertificates.NOT_ASKED, SHUTDOWN_TIMEOUT, network);
    }

    /** TLS, any called AE title. */
    public static ServerOptions tls(SSLContext tls, ClientCertificates clientCertificates, NetworkOptions network) {
        return tls(TlsSource.of(tls), clientCertificates, network);
    }

    /** TLS, any called AE title. */
    public static ServerOptions tls(TlsSource tls, ClientCertificates clientCertificates, NetworkOptions network) {
        return new ServerOptions(Set.of(), tls, clientCertificates, SHUTDOWN_TIMEOUT, network);
    }

    public ServerOptions withCalledAeTitles(Set<String> titles) {
        return new ServerOptions(titles, tls, clientCertificates, shutdownTimeout, network);
    }

    public ServerOptions withShutdownTimeout(Duration timeout) {
        return new ServerOptions(calledAeTitles, tls, clientCertificates, timeout, network);
    }
}
