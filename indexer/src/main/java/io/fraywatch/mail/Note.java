package io.fraywatch.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What the user wrote about a conversation by hand: that they spoke with the client, or that the
/// matter rests until a day.
///
/// @param number by which it is removed; higher ones were written later
/// @param mail the mail it hangs on: it belongs to whichever conversation holds that
/// @param conversation which held the mail when it was written; tells where it belongs should the
///   mail be gone
/// @param at when it was written; it counts from then on and never before
/// @param text 1 to [#LONGEST] characters
/// @param until the day on which the matter goes on; empty for a plain note
public record Note(
        long number,
        MailId mail,
        ConversationId conversation,
        Instant at,
        String text,
        Optional<LocalDate> until) {
    /// The most characters of a text.
    public static final int LONGEST = 2_000;

    public Note {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a note must say something");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a note has at most "
                            + LONGEST
                            + " characters, not "
                            + text.length()
                            + "; shorten it");
        }
    }
}
