package io.fraywatch.source;

import io.fraywatch.mail.Location;
import java.util.Optional;

/// What a source saw of a mail at a new place without fetching its body.
///
/// @param size bytes as the mailbox counts them
/// @param providerId the provider's own id of the mail, where given; it is the same wherever the
///   mail lies
/// @param header the header lines `Message-ID`, `Date`, `From` and `Subject` as they stand in the
///   mail; empty where not asked for
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record Glimpse(Location location, long size, Optional<String> providerId, byte[] header) {}
