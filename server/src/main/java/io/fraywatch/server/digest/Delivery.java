package io.fraywatch.server.digest;

/// What became of a mail handed to a server.
public sealed interface Delivery {
    /// The server has taken it over.
    record Sent() implements Delivery {}

    /// It wasn't taken, and may be later: no connection, or a 4xx reply.
    record Later(String why) implements Delivery {}

    /// It will never be taken as it is: a 5xx reply, a refused login, a certificate that doesn't
    /// hold.
    record Never(String why) implements Delivery {}

    /// The connection broke after the last dot: it may or may not have been taken.
    record Unknown(String why) implements Delivery {}
}
