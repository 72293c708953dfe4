package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.MessageId;
import io.fraywatch.store.Entry;
import io.fraywatch.sync.Desk;
import java.util.List;
import java.util.Optional;

/// One mail that a search found.
///
/// @param messageId the mail's Message-ID; its id with us where it has none
/// @param client the client's id
/// @param from the author as `Name <address>`
/// @param date when it counts as sent
/// @param snippet a plain stretch of its text, which highlights of field `snippet` count in
@JsonPropertyOrder({
    "v",
    "conversation",
    "messageId",
    "client",
    "subject",
    "from",
    "date",
    "score",
    "highlights",
    "snippet"
})
public record HitJson(
        int v,
        String conversation,
        String messageId,
        Optional<String> client,
        String subject,
        Optional<String> from,
        String date,
        double score,
        List<Highlight> highlights,
        String snippet) {
    /// Characters that match, counted in UTF-16 units from the field's beginning.
    @JsonPropertyOrder({"field", "start", "end"})
    public record Highlight(String field, int start, int end) {}

    public static HitJson of(Desk.FoundMail found) {
        Entry entry = found.hit().entry();
        return new HitJson(
                Json.VERSION,
                entry.conversation().toString(),
                entry.headers().messageId().map(MessageId::value).orElse(entry.id().value()),
                found.client().map(Client::id).map(Object::toString),
                entry.headers().subject(),
                entry.headers().author().map(Address::toString),
                entry.sentAt().toString(),
                found.hit().score(),
                found.hit().highlights().stream()
                        .map(mark -> new Highlight(mark.field().key(), mark.start(), mark.end()))
                        .toList(),
                found.hit().snippet());
    }
}
