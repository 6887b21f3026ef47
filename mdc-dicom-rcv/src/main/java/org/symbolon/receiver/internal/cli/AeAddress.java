package org.symbolon.receiver.internal.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A called application entity as {@code dcmsnd} names it: {@code <aet>[@<host>[:<port>]]}. An IPv6 address stands in square
 * brackets.
 */
record AeAddress(String aeTitle, String host, int port) {
    /** The port that DICOM registered (PS3.8 section 9.1.1). */
    static final int DEFAULT_PORT = 104;

    static AeAddress parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return new AeAddress(
                    Arguments.aeTitle(text), InetAddress.getLoopbackAddress().getHostAddress(), DEFAULT_PORT);
        }
        String aeTitle = Arguments.aeTitle(text.substring(0, at));
        String rest = text.substring(at + 1);
        int colon = rest.lastIndexOf(':');
        boolean hasPort = colon > rest.lastIndexOf(']');
        String host = hasPort ? rest.substring(0, colon) : rest;
        if (host.isEmpty()) {
            throw Arguments.usage("The host after @ is empty");
        }
        return new AeAddress(
                aeTitle,
                Arguments.withoutBrackets(host),
                hasPort ? Arguments.port(rest.substring(colon + 1)) : DEFAULT_PORT);
    }

    /** Looks the host name up. */
    InetSocketAddress socketAddress() {
        return new InetSocketAddress(host, port);
    }
}
