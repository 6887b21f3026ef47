package org.symbolon.receiver.internal.cli;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.cli.Arguments;

/**
 * Where {@code dcmrcv} listens: {@code [<aet>[@<ip>]:]<port>}.
 *
 * @param aeTitle the only called AE title that is accepted; null accepts every one
 * @param ip the only address listened on; null means all of this machine
 * @param port 0 takes any free port
 */
record ListenAddress(@Nullable String aeTitle, @Nullable String ip, int port) {
    static ListenAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        int port = Arguments.port(text.substring(colon + 1));
        if (colon < 0) {
            return new ListenAddress(null, null, port);
        }
        String entity = text.substring(0, colon);
        int at = entity.indexOf('@');
        if (at < 0) {
            return new ListenAddress(AeAddress.aeTitle(entity), null, port);
        }
        return new ListenAddress(
                AeAddress.aeTitle(entity.substring(0, at)), Arguments.withoutBrackets(entity.substring(at + 1)), port);
    }

    InetSocketAddress socketAddress() {
        return ip == null ? new InetSocketAddress(port) : new InetSocketAddress(ip, port);
    }
}
