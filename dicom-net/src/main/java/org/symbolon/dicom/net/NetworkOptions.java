package org.symbolon.dicom.net;

import java.time.Duration;

/**
 * Times and limits of associations, for either side. Every socket has TCP_NODELAY.
 *
 * @param connectTimeout for the TCP connection of a requester
 * @param associationTimeout from the TCP connection, TLS handshake included, to the end of the association's negotiation,
 *     and for the answer to a release (the ARTIM timer of PS3.8 9.1.4)
 * @param responseTimeout for the peer's answer to a request that was wholly sent
 * @param idleTimeout how long the peer may owe us the rest of a PDU, the next PDU of a data set, the next request, or the
 *     reading of what we send
 * @param maxPduBytes the longest P-DATA-TF that we take in, and that we send if the peer takes it; 4 KiB to 16 MiB
 * @param maxAssociations that a server serves at a time; one more is rejected as a passing condition
 * @param maxPendingConnections to a server that have not yet completed an A-ASSOCIATE-RQ; where there is one more, the oldest
 *     is closed
 * @param hostnameCheck whether a TLS requester compares the server's certificate with the host name or address it connected to
 */
public record NetworkOptions(
        Duration connectTimeout,
        Duration associationTimeout,
        Duration responseTimeout,
        Duration idleTimeout,
        int maxPduBytes,
        int maxAssociations,
        int maxPendingConnections,
        HostnameCheck hostnameCheck) {
    /** Smallest value of {@link #maxPduBytes()}. */
    public static final int MIN_PDU_BYTES = 4 * 1024;
    /** Largest value of {@link #maxPduBytes()}. */
    public static final int MAX_PDU_BYTES = 16 * 1024 * 1024;

    private static final NetworkOptions DEFAULTS = new NetworkOptions(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofSeconds(60),
            256 * 1024,
            128,
            128,
            HostnameCheck.OFF);

    /** Whether the name in the server's certificate must be the one connected to (RFC 2818 section 3.1). */
    public enum HostnameCheck {
        /** Any certificate that the trust store vouches for will do. */
        OFF,
        /** A certificate for another host fails the TLS handshake. */
        REQUIRED
    }

    public NetworkOptions {
        requirePositive(connectTimeout);
        requirePositive(associationTimeout);
        requirePositive(responseTimeout);
        requirePositive(idleTimeout);
        if (maxPduBytes < MIN_PDU_BYTES || maxPduBytes > MAX_PDU_BYTES) {
            throw new IllegalArgumentException(
                    "maxPduBytes is " + MIN_PDU_BYTES + " to " + MAX_PDU_BYTES + ", not " + maxPduBytes);
        }
        if (maxAssociations < 1 || maxPendingConnections < 1) {
            throw new IllegalArgumentException("maxAssociations and maxPendingConnections are at least 1");
        }
    }

    /** 10 s to connect, 30 s to associate, 2 min for a response, 60 s idle, PDUs of 256 KiB, 128 associations. */
    public static NetworkOptions defaults() {
        return DEFAULTS;
    }

    public NetworkOptions withConnectTimeout(Duration value) {
        return new NetworkOptions(
                value,
                associationTimeout,
                responseTimeout,
                idleTimeout,
                maxPduBytes,
                maxAssociations,
                maxPendingConnections,
                hostnameCheck);
    }

    public NetworkOptions withAssociationTimeout(Duration value) {
        return new NetworkOptions(
                connectTimeout,
                value,
                responseTimeout,
                idleTimeout,
                maxPduBytes,
                maxAssociations,
                maxPendingConnections,
                hostnameCheck);
    }

    public NetworkOptions withResponseTimeout(Duration value) {
        return new NetworkOptions(
                connectTimeout,
                associationTimeout,
                value,
                idleTimeout,
                maxPduBytes,
                maxAssociations,
                maxPendingConnections,
                hostnameCheck);
    }

    public NetworkOptions withIdleTimeout(Duration value) {
        return new NetworkOptions(
                connectTimeout,
                associationTimeout,
                responseTimeout,
                value,
                maxPduBytes,
                maxAssociations,
                maxPendingConnections,
                hostnameCheck);
    }

    public NetworkOptions withMaxPduBytes(int value) {
        return new NetworkOptions(
                connectTimeout,
                associationTimeout,
                responseTimeout,
                idleTimeout,
                value,
                maxAssociations,
                maxPendingConnections,
                hostnameCheck);
    }

    public NetworkOptions withMaxAssociations(int value) {
        return new NetworkOptions(
                connectTimeout,
                associationTimeout,
                responseTimeout,
                idleTimeout,
                maxPduBytes,
                value,
                maxPendingConnections,
                hostnameCheck);
    }

    public NetworkOptions withMaxPendingConnections(int value) {
        return new NetworkOptions(
                connectTimeout,
                associationTimeout,
                responseTimeout,
                idleTimeout,
                maxPduBytes,
                maxAssociations,
                value,
                hostnameCheck);
    }

    public NetworkOptions withHostnameCheck(HostnameCheck value) {
        return new NetworkOptions(
                connectTimeout,
                associationTimeout,
                responseTimeout,
                idleTimeout,
                maxPduBytes,
                maxAssociations,
                maxPendingConnections,
                value);
    }

    private static void requirePositive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("A timeout is longer than nothing");
        }
    }
}
