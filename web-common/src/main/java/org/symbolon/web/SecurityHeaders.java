package org.symbolon.web;

import io.javalin.http.Context;
import java.util.Map;

/**
 * Headers of every answer. The Content-Security-Policy lets a page load from its own server only: no inline script or style,
 * no frame, no other host, so that markup which slipped into a text could neither run nor call home.
 */
final class SecurityHeaders {
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; frame-src 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private SecurityHeaders() {}

    static void apply(Context context) {
        HEADERS.forEach(context::header);
        context.header("Cache-Control", "no-store");
    }
}
