package io.fraywatch.server.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.analyze.text.Language;
import io.fraywatch.analyze.text.LanguageReader;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.MailPart;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.ParsedMail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One mail as `parse` shows it.
///
/// @param inReplyTo the first Message-ID of In-Reply-To
/// @param date the `Date` header, in UTC
/// @param author who wrote it: the sender, or behind a mailing list the person in Reply-To
/// @param protection `none`, `signed` or `encrypted`
/// @param parts the tree of MIME parts, each before the parts within it
/// @param bounce of a bounce only: what didn't arrive
/// @param invitation of calendar mail only: what it asks or answers
/// @param language the BCP 47 tag of `newText`; empty when it is too short or too mixed to tell
@JsonPropertyOrder({
    "v",
    "file",
    "messageId",
    "inReplyTo",
    "references",
    "date",
    "from",
    "to",
    "cc",
    "subject",
    "kind",
    "returnDate",
    "text",
    "zones",
    "newText",
    "attachments",
    "problems",
    "author",
    "protection",
    "parts",
    "bounce",
    "invitation",
    "language"
})
record ParsedJson(
        int v,
        String file,
        Optional<String> messageId,
        Optional<String> inReplyTo,
        List<String> references,
        Optional<String> date,
        List<Person> from,
        List<Person> to,
        List<Person> cc,
        String subject,
        String kind,
        Optional<String> returnDate,
        String text,
        List<Stretch> zones,
        String newText,
        List<File> attachments,
        List<String> problems,
        Optional<Person> author,
        String protection,
        List<Piece> parts,
        Optional<Bounced> bounce,
        Optional<Invited> invitation,
        Optional<String> language) {
    /// Somebody a header names.
    @JsonPropertyOrder({"name", "address"})
    record Person(String name, String address) {
        static Person of(Address address) {
            return new Person(address.name(), address.address());
        }
    }

    /// What a bounce says.
    ///
    /// @param severity `hard`, `soft` or `delayed`
    /// @param failed addresses it didn't reach
    /// @param original the Message-ID of the mail that bounced
    /// @param diagnostic why, in the mail system's words
    @JsonPropertyOrder({"severity", "failed", "original", "diagnostic"})
    record Bounced(
            String severity, List<String> failed, Optional<String> original, String diagnostic) {
        static Bounced of(Bounce bounce) {
            return new Bounced(
                    bounce.severity().key(),
                    bounce.failed().stream().map(Address::address).toList(),
                    bounce.original().map(MessageId::value),
                    bounce.diagnostic());
        }
    }

    /// What calendar mail says.
    ///
    /// @param method `request`, `reply`, `cancel`, `counter`, `declineCounter`, `refresh` or `add`
    /// @param start in UTC
    @JsonPropertyOrder({"method", "uid", "start", "answers"})
    record Invited(String method, String uid, Optional<String> start, List<Answer> answers) {
        static Invited of(Invitation invitation) {
            return new Invited(
                    invitation.method().key(),
                    invitation.uid(),
                    invitation.start().map(Instant::toString),
                    invitation.answers().stream()
                            .map(a -> new Answer(a.attendee().address(), a.status().key()))
                            .toList());
        }
    }

    /// Who answered and how: `accepted`, `declined`, `tentative` or `delegated`.
    @JsonPropertyOrder({"address", "status"})
    record Answer(String address, String status) {}

    /// A zone of `text`.
    @JsonPropertyOrder({"type", "start", "end"})
    record Stretch(String type, int start, int end) {}

    /// An attachment; its size in bytes.
    @JsonPropertyOrder({"name", "type", "size"})
    record File(String name, String type, long size) {
        static File of(Attachment attachment) {
            return new File(attachment.name(), attachment.type(), attachment.size());
        }
    }

    /// A MIME part; how deep it lies, and its decoded size in bytes.
    @JsonPropertyOrder({"depth", "type", "name", "size"})
    record Piece(int depth, String type, String name, long size) {
        static Piece of(MailPart part) {
            return new Piece(part.depth(), part.type(), part.name(), part.size());
        }
    }

    static ParsedJson of(String file, ParsedMail mail, LanguageReader languages) {
        Headers headers = mail.headers();
        return new ParsedJson(
                1,
                file,
                headers.messageId().map(MessageId::value),
                headers.inReplyTo().stream().map(MessageId::value).findFirst(),
                headers.references().stream().map(MessageId::value).toList(),
                headers.date().map(date -> date.toInstant().toString()),
                people(headers.from()),
                people(headers.to()),
                people(headers.cc()),
                headers.subject(),
                mail.kind().key(),
                mail.returnDate().map(LocalDate::toString),
                mail.body().text(),
                mail.body().zones().stream()
                        .map(zone -> new Stretch(zone.type().key(), zone.start(), zone.end()))
                        .toList(),
                mail.body().newText(),
                mail.attachments().stream().map(File::of).toList(),
                mail.problems(),
                headers.author().map(Person::of),
                mail.structure().protection().key(),
                mail.structure().parts().stream().map(Piece::of).toList(),
                mail.nature().bounce().map(Bounced::of),
                mail.nature().invitation().map(Invited::of),
                languages.of(mail.body().newText()).map(Language::tag));
    }

    private static List<Person> people(List<Address> addresses) {
        return addresses.stream().map(Person::of).toList();
    }
}
