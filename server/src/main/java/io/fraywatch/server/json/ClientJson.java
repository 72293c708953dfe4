package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.mail.Client;
import io.fraywatch.people.Habits;
import io.fraywatch.people.Suggestion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A client the user named, or somebody who may be one.
///
/// @param client the client's id
/// @param named whether the user named them
/// @param score 0 to 100, how much their mail speaks for a client
/// @param reason why, in words
/// @param mailsIn mails their people wrote to us
/// @param mailsOut mails we wrote to them
/// @param zone the configured time zone, else the one their mail is dated in; null when unknown
/// @param habits when they write; null with too little history
@JsonPropertyOrder({
    "v",
    "client",
    "name",
    "domains",
    "addresses",
    "named",
    "score",
    "reason",
    "mailsIn",
    "mailsOut",
    "first",
    "last",
    "zone",
    "habits"
})
public record ClientJson(
        int v,
        String client,
        String name,
        List<String> domains,
        List<String> addresses,
        boolean named,
        int score,
        String reason,
        int mailsIn,
        int mailsOut,
        Optional<String> first,
        Optional<String> last,
        Optional<String> zone,
        Optional<String> habits) {
    public static ClientJson of(Suggestion suggestion) {
        Client client = suggestion.client();
        return new ClientJson(
                Json.VERSION,
                client.id().value(),
                client.name(),
                client.domains().stream().sorted().toList(),
                client.addresses().stream().sorted().toList(),
                suggestion.named(),
                suggestion.score(),
                suggestion.reason(),
                suggestion.mailsIn(),
                suggestion.mailsOut(),
                suggestion.first().map(Instant::toString),
                suggestion.last().map(Instant::toString),
                suggestion.where().zone().map(ZoneId::getId),
                suggestion.where().habits().map(Habits::words));
    }
}
