package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.mail.Client;
import io.fraywatch.sync.Sighting;
import java.util.Optional;

/// One alert as `backtest` shows it: what was known on the morning of its day, and nothing later.
///
/// @param day the user's local date
/// @param configuration only when two are compared: `this` or `other`
@JsonPropertyOrder({
    "v",
    "day",
    "flag",
    "conversation",
    "client",
    "kind",
    "account",
    "subject",
    "level",
    "score",
    "since",
    "configuration"
})
public record AlertJson(
        int v,
        String day,
        String flag,
        String conversation,
        Optional<String> client,
        String kind,
        String account,
        String subject,
        String level,
        int score,
        String since,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> configuration) {
    public static AlertJson of(Sighting seen, Optional<String> configuration) {
        return new AlertJson(
                Json.VERSION,
                seen.day().toString(),
                seen.flag().toString(),
                seen.conversation().toString(),
                seen.client().map(Client::id).map(Object::toString),
                seen.kind(),
                seen.account().toString(),
                seen.subject(),
                seen.level().key(),
                seen.score(),
                seen.since().toString(),
                configuration);
    }
}
