package io.fraywatch.server.digest;

import io.fraywatch.mail.Address;

/// Takes a finished mail to a server.
public interface Postman {
    /// Tries once. Never throws for what a server or a connection does.
    ///
    /// @param mail the whole mail as it goes out
    Delivery deliver(byte[] mail, Address from, Address recipient);
}
