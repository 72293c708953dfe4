package io.fraywatch.server.digest;

import io.fraywatch.source.Secret;
import java.util.Optional;

/// The server that takes the digest.
public record SmtpServer(String host, int port, Protection protection, Optional<Login> login) {
    public SmtpServer {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("SMTP port " + port + " must be 1 to 65535");
        }
    }

    /// How the connection is protected. Certificates are always checked.
    public enum Protection {
        /// TLS from the first byte.
        IMPLICIT,
        /// TLS after STARTTLS, which the server must offer.
        STARTTLS,
        /// None: on this machine only.
        NONE
    }

    /// Who we are to the server.
    public record Login(String username, Secret password) {}
}
