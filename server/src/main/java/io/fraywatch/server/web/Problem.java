package io.fraywatch.server.web;

/// What to tell somebody whose request can't be answered.
///
/// @param status the HTTP status, 400 to 599
/// @param title a few words
/// @param what what happened to which thing
/// @param remedy what to do about it
public record Problem(int status, String title, String what, String remedy) {
    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status is 400 to 599, not " + status);
        }
    }

    /// There is no such page.
    static Problem notFound() {
        return new Problem(
                404,
                "No such page",
                "There is no page at this address.",
                "Start again from today's page, or look for the mail by searching.");
    }

    /// Something of ours broke.
    static Problem broken() {
        return new Problem(
                500,
                "Something broke",
                "Fraywatch could not make this page; nothing in your mailbox was changed.",
                "Try again. If it happens again, the log on the machine says where it broke.");
    }
}
