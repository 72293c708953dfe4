package io.fraywatch.server.web;

import java.util.Map;
import java.util.function.BiConsumer;

/// The headers that every answer carries, errors included.
final class SecurityHeaders {
    /// Scripts and styles only from ourselves and only from files, nothing else from anywhere, in
    /// nobody's frame.
    static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=()");

    private SecurityHeaders() {}

    static void set(BiConsumer<String, String> header) {
        ALWAYS.forEach(header);
    }
}
