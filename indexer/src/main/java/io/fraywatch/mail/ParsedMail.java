package io.fraywatch.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One mail as its bytes say it is; nothing about whose mailbox it lies in.
///
/// @param returnDate for an out-of-office: the first day back, when it names one
/// @param problems what was wrong or cut short, in plain words; a broken mail is data, never an
///   exception
public record ParsedMail(
        Headers headers,
        MessageKind kind,
        Optional<LocalDate> returnDate,
        Body body,
        List<Attachment> attachments,
        List<String> problems) {
    public ParsedMail {
        attachments = List.copyOf(attachments);
        problems = List.copyOf(problems);
    }
}
