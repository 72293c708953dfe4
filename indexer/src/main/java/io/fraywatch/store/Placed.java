package io.fraywatch.store;

import io.fraywatch.mail.MailId;

/// The mail that lies at one place.
///
/// @param size bytes of the mail as it lies there
public record Placed(MailId mail, long size) {}
