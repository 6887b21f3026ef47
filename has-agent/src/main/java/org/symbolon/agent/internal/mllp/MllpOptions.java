package org.symbolon.agent.internal.mllp;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How messages may come in over MLLP.
 *
 * @param port 0: any free one
 * @param tls null: without TLS
 * @param clientCertificates with TLS: whether peers need a certificate that the trust store vouches for
 * @param maxConnections at a time
 * @param idleTimeout how long a peer may be silent between two messages
 * @param messageTimeout from the first byte of a message to its last, and for its answer to be taken
 * @param handshakeTimeout of TLS
 */
public record MllpOptions(
        String address,
        int port,
        @Nullable SSLContext tls,
        boolean clientCertificates,
        int maxConnections,
        Duration idleTimeout,
        Duration messageTimeout,
        Duration handshakeTimeout) {}
