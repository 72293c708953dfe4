package io.fraywatch.analyze;

import io.fraywatch.mail.MailId;

/// The words a signal rests on.
///
/// @param start first character, counted in the mail's new text ([io.fraywatch.mail.Body#newText])
/// @param end one behind the last
public record Evidence(MailId mail, int start, int end) {
    public Evidence {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "evidence in mail " + mail + " must be a range: " + start + ".." + end);
        }
    }
}
