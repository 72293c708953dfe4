package io.fraywatch.mail;

/// Which way a message went, judged by its author and never by its folder.
public enum Direction {
    /// Written by me or a colleague.
    FROM_US,
    /// Written by one of the client's people.
    FROM_CLIENT,
    /// Neither: third parties, mail without an author.
    OTHER
}
