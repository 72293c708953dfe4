package io.fraywatch.parse;

import java.util.List;
import java.util.Locale;

/// The header of a mail enclosed in another, as mail programs put it above what they forward.
final class EnclosedMail {
    private static final List<String> SHOWN = List.of("From", "Date", "Subject", "To", "Cc");

    private EnclosedMail() {}

    /// Lines ending in `\n` and a blank one; one line when the enclosed mail has no header.
    static String heading(Part part, Limits limits, Problems problems) {
        RawHeaders headers =
                RawHeaders.of(part.content(), HeaderBlock.of(part.content()), limits, problems);
        StringBuilder heading = new StringBuilder("---------- Forwarded message ----------\n");
        for (String name : SHOWN) {
            String value = headers.text(name.toLowerCase(Locale.ROOT));
            if (!value.isEmpty()) {
                heading.append(name).append(": ").append(value).append('\n');
            }
        }
        return heading.append('\n').toString();
    }
}
