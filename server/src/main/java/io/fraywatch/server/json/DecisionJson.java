package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.flags.Decided;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.MailId;
import java.time.Instant;
import java.util.Optional;

/// What the user decided about a conversation.
///
/// @param decision its number, by which it is undone
/// @param kind `split` or `merge`
/// @param mail the mail that was split off, or put to another
/// @param with of a merge, a mail of the conversation it was put to
/// @param conversation which holds the mail now; empty when that isn't known yet
@JsonPropertyOrder({
    "v",
    "decision",
    "account",
    "kind",
    "mail",
    "with",
    "madeAt",
    "undoneAt",
    "conversation"
})
public record DecisionJson(
        int v,
        long decision,
        String account,
        String kind,
        String mail,
        Optional<String> with,
        Instant madeAt,
        Optional<Instant> undoneAt,
        Optional<String> conversation) {
    public static DecisionJson of(Decided decided, Optional<ConversationId> conversation) {
        return new DecisionJson(
                Json.VERSION,
                decided.number(),
                decided.account().value(),
                kind(decided.decision()),
                decided.decision().mail().value(),
                with(decided.decision()).map(MailId::value),
                decided.madeAt(),
                decided.undoneAt(),
                conversation.map(ConversationId::toString));
    }

    private static String kind(Decision decision) {
        return switch (decision) {
            case Decision.Split split -> "split";
            case Decision.Merge merge -> "merge";
        };
    }

    private static Optional<MailId> with(Decision decision) {
        return switch (decision) {
            case Decision.Split split -> Optional.empty();
            case Decision.Merge merge -> Optional.of(merge.with());
        };
    }
}
