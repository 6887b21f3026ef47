package org.symbolon.dicomtools.network;

import java.net.InetSocketAddress;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Where a peer listens: {@code AE@host:port}, {@code host:port}, or without port for 104, which DICOM registered (PS3.8 9.1.1). An
 * IPv6 address stands in square brackets.
 */
record PeerAddress(String aeTitle, String host, int port) {
    static final String ANY_TITLE = "ANY-SCP";
    private static final int DEFAULT_PORT = 104;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_AE_TITLE_LENGTH = 16;

    static PeerAddress parse(String text) {
        int at = text.indexOf('@');
        String aeTitle = at < 0 ? ANY_TITLE : aeTitle(text.substring(0, at));
        String rest = text.substring(at + 1);
        int colon = rest.lastIndexOf(':');
        boolean hasPort = colon > rest.lastIndexOf(']');
        String host = hasPort ? rest.substring(0, colon) : rest;
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        if (bare.isEmpty()) {
            throw usage("A peer is named as AE@host:port or host:port");
        }
        return new PeerAddress(aeTitle, bare, hasPort ? port(rest.substring(colon + 1)) : DEFAULT_PORT);
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MAX_PORT) {
            throw usage("A port is a number from 0 to " + MAX_PORT);
        }
        return Integer.parseInt(text);
    }

    /** PS3.5 table 6.2-1. */
    static String aeTitle(String text) {
        String title = text.strip();
        boolean printable = title.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\');
        if (title.isEmpty() || title.length() > MAX_AE_TITLE_LENGTH || !printable) {
            throw usage("An AE title has 1 to " + MAX_AE_TITLE_LENGTH + " printable ASCII characters, no backslash");
        }
        return title;
    }

    /** Looks the host name up. */
    InetSocketAddress socketAddress() {
        return new InetSocketAddress(host, port);
    }

    static SymbolonException usage(String message) {
        return new SymbolonException(ErrorCode.USAGE, message);
    }
}
