package io.fraywatch.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One mail as its bytes say it is; nothing about whose mailbox it lies in.
///
/// @param problems what was wrong or cut short, in plain words; a broken mail is data, never an
///   exception
public record ParsedMail(
        Headers headers,
        Nature nature,
        Body body,
        List<Attachment> attachments,
        List<String> problems) {
    public ParsedMail {
        attachments = List.copyOf(attachments);
        problems = List.copyOf(problems);
    }

    public MessageKind kind() {
        return nature.kind();
    }

    /// The first day back, of an out-of-office that names one.
    public Optional<LocalDate> returnDate() {
        return nature.returnDate();
    }
}
