package org.symbolon.dicom.net;

import java.time.Duration;

/**
 * How long an association waits, for either side.
 *
 * @param connect for the TCP connection of a requester
 * @param association from the TCP connection, TLS handshake included, to the end of the association's negotiation, and for the
 *     answer to a release (the ARTIM timer of PS3.8 9.1.4)
 * @param response for the peer's answer to a request that was wholly sent
 * @param idle how long the peer may owe us the rest of a PDU, the next PDU of a data set, the next request, or the reading of
 *     what we send
 * @param longestAssociation how long a server serves an association at most; it is aborted then, in the middle of whatever it
 *     does
 */
public record Timeouts(
        Duration connect, Duration association, Duration response, Duration idle, Duration longestAssociation) {
    static final Timeouts DEFAULTS = new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofSeconds(60),
            Duration.ofDays(1));

    public Timeouts {
        requirePositive(connect);
        requirePositive(association);
        requirePositive(response);
        requirePositive(idle);
        requirePositive(longestAssociation);
    }

    private static void requirePositive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("A timeout is longer than nothing");
        }
    }

    public Timeouts withConnect(Duration value) {
        return new Timeouts(value, association, response, idle, longestAssociation);
    }

    public Timeouts withAssociation(Duration value) {
        return new Timeouts(connect, value, response, idle, longestAssociation);
    }

    public Timeouts withResponse(Duration value) {
        return new Timeouts(connect, association, value, idle, longestAssociation);
    }

    public Timeouts withIdle(Duration value) {
        return new Timeouts(connect, association, response, value, longestAssociation);
    }

    public Timeouts withLongestAssociation(Duration value) {
        return new Timeouts(connect, association, response, idle, value);
    }
}
