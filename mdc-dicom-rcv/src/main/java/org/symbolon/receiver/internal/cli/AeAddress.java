package org.symbolon.receiver.internal.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.symbolon.archive.cli.Arguments;

/**
 * A called application entity as {@code dcmsnd} names it: {@code <aet>[@<host>[:<port>]]}. An IPv6 address stands in square
 * brackets.
 */
record AeAddress(String aeTitle, String host, int port) {
    /** The port that DICOM registered (PS3.8 section 9.1.1). */
    static final int DEFAULT_PORT = 104;

    /** PS3.5 table 6.2-1. */
    private static final int MAX_AE_TITLE_LENGTH = 16;

    static AeAddress parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return new AeAddress(aeTitle(text), InetAddress.getLoopbackAddress().getHostAddress(), DEFAULT_PORT);
        }
        String aeTitle = aeTitle(text.substring(0, at));
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

    /** PS3.5 table 6.2-1: printable ASCII. */
    static String aeTitle(String text) {
        String title = text.strip();
        boolean printable = title.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\');
        if (title.isEmpty() || title.length() > MAX_AE_TITLE_LENGTH || !printable) {
            throw Arguments.usage(
                    "An AE title has 1 to " + MAX_AE_TITLE_LENGTH + " printable ASCII characters, no backslash");
        }
        return title;
    }
}
