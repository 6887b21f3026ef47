package org.symbolon.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.Set;

/**
 * Refuses requests to a loopback server that name another host: a page of a stranger whose name was re-bound to 127.0.0.1
 * must not read a server that needs no sign-in.
 */
final class LoopbackHosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MISDIRECTED_REQUEST = 421;

    private LoopbackHosts() {}

    static void check(Context context) {
        String host = context.header("Host");
        if (host == null || !LOOPBACK.contains(withoutPort(host))) {
            throw new HttpResponseException(MISDIRECTED_REQUEST, "This server answers to localhost only", Map.of());
        }
    }

    static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
