package io.fraywatch.mail;

/// A part of a mail that isn't shown as its text.
///
/// @param name the file name, empty when the mail gives none
/// @param type the media type in lower case, such as `application/pdf`
/// @param size decoded size in bytes
public record Attachment(String name, String type, long size) {}
