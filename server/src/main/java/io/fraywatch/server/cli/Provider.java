package io.fraywatch.server.cli;

import java.util.List;

/// One who keeps other people's mail.
///
/// @param name as its customers know it
/// @param domains those of the addresses it gives away; empty where customers bring their own
/// @param host its IMAP server; empty where no other program may read the mail
/// @param tls `implicit` or `starttls`
/// @param hint what to know before one is asked for a password; may be empty
record Provider(
        String name,
        List<String> domains,
        String host,
        int port,
        String tls,
        Login login,
        String hint) {
    private static final int IMPLICIT_TLS = 993;

    /// What one proves oneself with.
    enum Login {
        /// The password of its web page.
        PASSWORD,
        /// A password made for mail programs.
        APP,
        /// The same, and the login name is the part of the address before the `@`.
        LOCAL,
        /// A login in the browser; no password is taken.
        OAUTH,
        /// No other program may read the mail.
        NONE
    }

    Provider {
        domains = List.copyOf(domains);
    }

    /// Reads a line of the table.
    ///
    /// @throws IllegalArgumentException if it isn't one
    static Provider parse(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("'" + line + "' has no 5 cells");
        }
        String[] server = cells[2].strip().split("[:/]", -1);
        return new Provider(
                cells[0].strip(),
                List.of(cells[1].strip().split(" +")).stream().filter(d -> !d.isEmpty()).toList(),
                server[0],
                server.length > 1 ? Integer.parseInt(server[1]) : IMPLICIT_TLS,
                server.length > 2 ? server[2] : "implicit",
                login(cells[3].strip()),
                cells[4].strip());
    }

    private static Login login(String word) {
        return switch (word) {
            case "password" -> Login.PASSWORD;
            case "app" -> Login.APP;
            case "local" -> Login.LOCAL;
            case "oauth" -> Login.OAUTH;
            case "none" -> Login.NONE;
            default -> throw new IllegalArgumentException("'" + word + "' is no way to log in");
        };
    }

    /// The login name of an address, as a rule.
    String username(String address) {
        return login == Login.LOCAL ? address.substring(0, address.indexOf('@')) : address;
    }
}
