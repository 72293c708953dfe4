package io.fraywatch.parse;

import java.util.Set;

/// Which parts hold words to be read rather than a file.
final class Prose {
    /// Text that is data, not words.
    private static final Set<String> DATA =
            Set.of(
                    "text/calendar",
                    "text/csv",
                    "text/vcard",
                    "text/x-vcard",
                    "text/directory",
                    "text/rtf",
                    "text/css",
                    "text/javascript",
                    "text/xml",
                    "text/rfc822-headers",
                    "text/pgp",
                    "text/x-amp-html",
                    "text/watch-html");

    private Prose() {}

    /// Whether a part is text that isn't meant as a file.
    static boolean is(Part part) {
        return part.mediaType().startsWith("text/")
                && !DATA.contains(part.mediaType())
                && !part.disposition().value().equals("attachment");
    }

    /// Whether it is such text or holds some.
    static boolean isWithin(Part part) {
        return is(part) || part.children().stream().anyMatch(Prose::isWithin);
    }

    /// How many letters and digits a text has.
    static int letters(CharSequence text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }
}
