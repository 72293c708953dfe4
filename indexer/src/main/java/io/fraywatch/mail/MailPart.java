package io.fraywatch.mail;

/// One MIME part as it lies in the mail.
///
/// @param depth 0 for the mail itself; a part of a multipart, and the mail within a
///   `message/rfc822`, is one deeper
/// @param type the media type in lower case, such as `multipart/mixed`
/// @param name the file name, empty when the mail gives none
/// @param size decoded size in bytes; of a multipart 0
public record MailPart(int depth, String type, String name, long size) {}
