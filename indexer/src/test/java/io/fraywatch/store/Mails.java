package io.fraywatch.store;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Structure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A mail for store tests; what isn't said is filled in.
public record Mails(
        String id,
        Location location,
        Instant sentAt,
        Address from,
        Address to,
        String subject,
        Body body,
        List<String> references) {
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    public static Mails mail(String id) {
        return new Mails(
                id,
                new Location("INBOX", "1:" + id),
                START,
                new Address("Ann Smith", "ann.smith@mail.client.example"),
                new Address("Dana Reyes", "dana@us.example"),
                "Blue poster",
                Body.ofNewText("Here is the draft of the poster.\n"),
                List.of());
    }

    public Mails at(String folder, String key) {
        return new Mails(
                id, new Location(folder, key), sentAt, from, to, subject, body, references);
    }

    public Mails sent(String instant) {
        return new Mails(id, location, Instant.parse(instant), from, to, subject, body, references);
    }

    public Mails from(String name, String address) {
        return new Mails(
                id, location, sentAt, new Address(name, address), to, subject, body, references);
    }

    public Mails to(String name, String address) {
        return new Mails(
                id, location, sentAt, from, new Address(name, address), subject, body, references);
    }

    public Mails about(String other) {
        return new Mails(id, location, sentAt, from, to, other, body, references);
    }

    public Mails saying(String text) {
        return with(Body.ofNewText(text));
    }

    public Mails with(Body other) {
        return new Mails(id, location, sentAt, from, to, subject, other, references);
    }

    public Mails refersTo(String... ids) {
        return new Mails(
                id,
                location,
                sentAt,
                from,
                to,
                subject,
                body,
                List.of(ids).stream().map(each -> each + "@mail.example").toList());
    }

    public StoredMail stored() {
        OffsetDateTime date = sentAt.atOffset(ZoneOffset.ofHours(-5));
        Headers headers =
                new Headers(
                        Optional.of(new MessageId(id + "@mail.example")),
                        references.stream()
                                .reduce((first, second) -> second)
                                .map(MessageId::new)
                                .stream()
                                .toList(),
                        references.stream().map(MessageId::new).toList(),
                        Optional.of(date),
                        Optional.of(from),
                        List.of(from),
                        List.of(to),
                        List.of(),
                        subject,
                        Optional.of("thread-" + id),
                        List.of("Label"));
        ParsedMail parsed =
                new ParsedMail(
                        headers,
                        Nature.outOfOffice(Optional.of(LocalDate.of(2026, 3, 9))),
                        body,
                        List.of(
                                new Attachment(
                                        "contract-" + id + ".pdf", "application/pdf", 12_345)),
                        Structure.NONE,
                        List.of("a part was cut short"));
        return new StoredMail(
                new MailId(id),
                location,
                sentAt.plusSeconds(30),
                2_000 + id.length(),
                parsed,
                new byte[] {1, 2, (byte) id.length()});
    }
}
