package io.fraywatch.sync;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import io.fraywatch.parse.RawIdentity;
import io.fraywatch.source.RawMail;
import io.fraywatch.store.StoredMail;
import java.time.Instant;
import java.time.OffsetDateTime;

/// What we make of a mail as it came from the mailbox.
final class Understood {
    private Understood() {}

    /// The provider's id, else the hash of its bytes.
    static MailId id(RawMail raw) {
        return raw.providerId().map(MailId::new).orElseGet(() -> RawIdentity.of(raw.bytes()));
    }

    /// The mail as parsed; what the provider says of thread and labels goes before what the mail
    /// itself carries of them.
    static ParsedMail mail(RawMail raw, MailParser parser) {
        ParsedMail mail = parser.parse(raw.bytes());
        if (raw.providerThread().isEmpty() && raw.labels().isEmpty()) {
            return mail;
        }
        Headers headers =
                mail.headers()
                        .withProvider(
                                raw.providerThread().or(mail.headers()::providerThread),
                                raw.labels().isEmpty() ? mail.headers().labels() : raw.labels());
        return mail.withHeaders(headers);
    }

    /// The mail with what its text does, for the index.
    static StoredMail whole(RawMail raw, MailParser parser, TextReader reader) {
        ParsedMail mail = mail(raw, parser);
        Instant received =
                raw.receivedAt()
                        .or(() -> mail.headers().date().map(OffsetDateTime::toInstant))
                        .orElse(Instant.EPOCH);
        return new StoredMail(
                id(raw),
                raw.location(),
                received,
                raw.bytes().length,
                mail,
                reader.read(mail).encode());
    }
}
