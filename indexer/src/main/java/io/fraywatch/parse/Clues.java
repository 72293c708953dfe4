package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Headers;
import java.util.Locale;

/// All there is to tell one mail's kind by.
///
/// @param subject in lower case
/// @param sender the first address of `From`, or empty
/// @param own the author's own words in lower case, with straight apostrophes
record Clues(
        RawHeaders raw,
        Headers headers,
        Part root,
        Body body,
        String subject,
        String sender,
        String own) {
    private static final int OPENING = 1_500;

    static Clues of(RawHeaders raw, Headers headers, Part root, Body body) {
        return new Clues(
                raw,
                headers,
                root,
                body,
                headers.subject().strip().toLowerCase(Locale.ROOT).replace('’', '\''),
                headers.from().stream().findFirst().map(Address::address).orElse(""),
                body.newText().toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    /// A header field's first value in lower case, or empty.
    String header(String name) {
        return raw.first(name).strip().toLowerCase(Locale.ROOT);
    }

    /// The beginning of the whole text in lower case, quotes and all.
    String opening() {
        String text = body.text();
        return text.substring(0, Math.min(text.length(), OPENING))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }

    /// The beginning of the author's own words.
    String ownOpening() {
        return own.substring(0, Math.min(own.length(), OPENING));
    }

    /// The sender's address before its `@`.
    String local() {
        int at = sender.lastIndexOf('@');
        return at < 0 ? sender : sender.substring(0, at);
    }

    /// Whether it names a mail it answers.
    boolean refers() {
        return !headers.inReplyTo().isEmpty() || !headers.references().isEmpty();
    }

    /// Whether it answers or hands on another mail.
    boolean answers() {
        return refers() || AutomaticWords.isReply(subject);
    }

    /// Whether one of its parts has that media type.
    boolean has(String mediaType) {
        return has(root, mediaType);
    }

    private static boolean has(Part part, String mediaType) {
        return part.mediaType().equals(mediaType)
                || part.children().stream().anyMatch(child -> has(child, mediaType));
    }

    /// A machine's mail leaves no address to return it to (RFC 5321 §4.5.5).
    boolean hasNullSender() {
        return raw.find("return-path")
                .map(path -> path.replace(" ", "").equals("<>"))
                .orElse(false);
    }
}
