package io.fraywatch.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One mail as its bytes say it is; nothing about whose mailbox it lies in.
///
/// @param attachments also those of enclosed mails, and files written into the text
/// @param problems what was wrong or cut short, in plain words; a broken mail is data, never an
///   exception
public record ParsedMail(
        Headers headers,
        Nature nature,
        Body body,
        List<Attachment> attachments,
        Structure structure,
        List<String> problems) {
    public ParsedMail {
        attachments = List.copyOf(attachments);
        problems = List.copyOf(problems);
    }

    /// The same mail under other headers.
    public ParsedMail withHeaders(Headers other) {
        return new ParsedMail(other, nature, body, attachments, structure, problems);
    }

    public MessageKind kind() {
        return nature.kind();
    }

    /// The first day back, of an out-of-office that names one.
    public Optional<LocalDate> returnDate() {
        return nature.returnDate();
    }
}
