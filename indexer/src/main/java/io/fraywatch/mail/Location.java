package io.fraywatch.mail;

/// Where a mail lies in its mailbox. One mail may lie in several places.
///
/// @param folder the folder's name as the user sees it
/// @param key what finds it there: `uidvalidity:uid` over IMAP, the file's base name in a Maildir,
///   the offset in an mbox
public record Location(String folder, String key) {}
