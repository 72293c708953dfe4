package io.fraywatch.server.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/// How a connection to a mail server is protected.
public enum Tls {
    /// Encrypted from the first byte.
    @JsonProperty("implicit")
    IMPLICIT,
    /// Encrypted after a STARTTLS that the server must offer.
    @JsonProperty("starttls")
    STARTTLS,
    /// Not at all; on this machine only.
    @JsonProperty("none")
    NONE;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /// Whether this name or address is this machine itself; decided by name, without asking any
    /// server.
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || (host.startsWith("127.") && host.matches("[0-9.]+"));
    }

    static void requireSafe(Tls tls, String host) {
        if (tls == NONE && !isLoopback(host)) {
            throw new BadSetting(
                    "tls 'none' would send the password to "
                            + host
                            + " in the clear and is allowed on this machine only; use implicit or starttls",
                    "tls");
        }
    }
}
