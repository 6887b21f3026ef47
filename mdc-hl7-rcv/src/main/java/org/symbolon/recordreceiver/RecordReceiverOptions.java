package org.symbolon.recordreceiver;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.symbolon.model.Configuration;

/**
 * How the receiver of records listens; {@code conf/mdc.properties} explains each.
 *
 * @param listen port 0 takes any free one
 * @param maxRecordBytes longest body
 * @param maxBodies how many bodies of the greatest length may be in memory together; more wait
 * @param maxConnections more at the same time are closed at once
 * @param bodyTimeout longest time that a body may take to arrive, wait for its turn, or its answer to be taken
 * @param idleTimeout longest time without a whole request head
 */
public record RecordReceiverOptions(
        InetSocketAddress listen,
        int maxRecordBytes,
        int maxBodies,
        int maxConnections,
        Duration bodyTimeout,
        Duration idleTimeout) {
    public static final int DEFAULT_PORT = 9183;

    private static final int DEFAULT_RECORD_BYTES = 16 << 20;
    private static final int DEFAULT_BODIES = 2;
    private static final int DEFAULT_CONNECTIONS = 256;
    private static final Duration DEFAULT_BODY = Duration.ofMinutes(2);
    private static final Duration DEFAULT_IDLE = Duration.ofSeconds(30);

    private static final int MAX_BODIES = 1_000;
    private static final int MAX_CONNECTIONS = 10_000;

    /** The defaults, at an address. */
    public static RecordReceiverOptions at(InetSocketAddress listen) {
        return new RecordReceiverOptions(
                listen, DEFAULT_RECORD_BYTES, DEFAULT_BODIES, DEFAULT_CONNECTIONS, DEFAULT_BODY, DEFAULT_IDLE);
    }

    /** Asks for every key below {@code hl7.}. */
    static RecordReceiverOptions from(Configuration configuration) {
        return new RecordReceiverOptions(
                new InetSocketAddress(
                        configuration.text("hl7.address", "127.0.0.1"),
                        configuration.integer("hl7.port", DEFAULT_PORT, 0, 65_535)),
                (int) configuration.bytes("hl7.max-record", DEFAULT_RECORD_BYTES, 1 << 10, 1 << 30),
                configuration.integer("hl7.max-bodies", DEFAULT_BODIES, 1, MAX_BODIES),
                configuration.integer("hl7.max-connections", DEFAULT_CONNECTIONS, 1, MAX_CONNECTIONS),
                configuration.duration("hl7.body-timeout", DEFAULT_BODY),
                configuration.duration("hl7.idle-timeout", DEFAULT_IDLE));
    }
}
