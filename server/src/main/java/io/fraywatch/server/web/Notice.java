package io.fraywatch.server.web;

/// Something the user must know before they believe what a page shows.
///
/// @param title a few words
/// @param text what happened to which thing, and the mend
/// @param page the path of the page that says more; empty for none
public record Notice(String title, String text, String page) {}
