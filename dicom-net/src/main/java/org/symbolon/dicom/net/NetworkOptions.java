package org.symbolon.dicom.net;

import java.time.Duration;

/**
 * Times and limits of associations, for either side. Every socket has TCP_NODELAY.
 *
 * @param timeouts how long to wait
 * @param limits how much to take
 * @param asynchronousOperations the window that a requester proposes, and up to which a server grants what is proposed
 * @param tlsProfile protocol versions and cipher suites
 * @param hostnameCheck whether a TLS requester compares the server's certificate with the host name or address it connected to
 */
public record NetworkOptions(
        Timeouts timeouts,
        ConnectionLimits limits,
        AsynchronousOperations asynchronousOperations,
        TlsProfile tlsProfile,
        HostnameCheck hostnameCheck) {
    /** Smallest value of {@link #maxPduBytes()}. */
    public static final int MIN_PDU_BYTES = ConnectionLimits.MIN_PDU_BYTES;
    /** Largest value of {@link #maxPduBytes()}. */
    public static final int MAX_PDU_BYTES = ConnectionLimits.MAX_PDU_BYTES;

    private static final NetworkOptions DEFAULTS = new NetworkOptions(
            Timeouts.DEFAULTS,
            ConnectionLimits.DEFAULTS,
            AsynchronousOperations.SYNCHRONOUS,
            TlsProfile.BCP_195_RFC_9325,
            HostnameCheck.OFF);

    /** Whether the name in the server's certificate must be the one connected to (RFC 2818 section 3.1). */
    public enum HostnameCheck {
        /** Any certificate that the trust store vouches for will do. */
        OFF,
        /** A certificate for another host fails the TLS handshake. */
        REQUIRED
    }

    /** 10 s to connect, 30 s to associate, 2 min for a response, 60 s idle, PDUs of 256 KiB, 128 associations. */
    public static NetworkOptions defaults() {
        return DEFAULTS;
    }

    public Duration connectTimeout() {
        return timeouts.connect();
    }

    public Duration associationTimeout() {
        return timeouts.association();
    }

    public Duration responseTimeout() {
        return timeouts.response();
    }

    public Duration idleTimeout() {
        return timeouts.idle();
    }

    public int maxPduBytes() {
        return limits.maxPduBytes();
    }

    public int maxAssociations() {
        return limits.maxAssociations();
    }

    public int maxPendingConnections() {
        return limits.maxPendingConnections();
    }

    public NetworkOptions withTimeouts(Timeouts value) {
        return new NetworkOptions(value, limits, asynchronousOperations, tlsProfile, hostnameCheck);
    }

    public NetworkOptions withLimits(ConnectionLimits value) {
        return new NetworkOptions(timeouts, value, asynchronousOperations, tlsProfile, hostnameCheck);
    }

    public NetworkOptions withAsynchronousOperations(AsynchronousOperations value) {
        return new NetworkOptions(timeouts, limits, value, tlsProfile, hostnameCheck);
    }

    public NetworkOptions withTlsProfile(TlsProfile value) {
        return new NetworkOptions(timeouts, limits, asynchronousOperations, value, hostnameCheck);
    }

    public NetworkOptions withHostnameCheck(HostnameCheck value) {
        return new NetworkOptions(timeouts, limits, asynchronousOperations, tlsProfile, value);
    }

    public NetworkOptions withConnectTimeout(Duration value) {
        return withTimeouts(timeouts.withConnect(value));
    }

    public NetworkOptions withAssociationTimeout(Duration value) {
        return withTimeouts(timeouts.withAssociation(value));
    }

    public NetworkOptions withResponseTimeout(Duration value) {
        return withTimeouts(timeouts.withResponse(value));
    }

    public NetworkOptions withIdleTimeout(Duration value) {
        return withTimeouts(timeouts.withIdle(value));
    }

    public NetworkOptions withMaxPduBytes(int value) {
        return withLimits(limits.withMaxPduBytes(value));
    }

    public NetworkOptions withMaxAssociations(int value) {
        return withLimits(limits.withMaxAssociations(value));
    }

    public NetworkOptions withMaxPendingConnections(int value) {
        return withLimits(limits.withMaxPendingConnections(value));
    }
}
