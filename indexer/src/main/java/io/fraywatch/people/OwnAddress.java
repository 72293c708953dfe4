package io.fraywatch.people;

/// An address that seems to be the user's own without being listed.
///
/// @param evidence why, as a clause: "7 mails went out from it"
public record OwnAddress(String address, int mails, String evidence) {}
