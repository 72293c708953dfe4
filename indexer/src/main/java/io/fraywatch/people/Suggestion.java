package io.fraywatch.people;

import io.fraywatch.mail.Client;
import java.time.Instant;
import java.util.Optional;

/// A client the user named, or somebody who may be one, with what their mail says for it.
///
/// @param client as it stands in the configuration, or as it could be written there
/// @param named whether the user named them already
/// @param score 0 to 100, how much speaks for a client; from [Suggestions#WORTH] on they are
///   suggested
/// @param reason why, as one would tell a colleague
/// @param mailsIn mails their people wrote to us
/// @param mailsOut mails we wrote to them
/// @param first when the first of these was sent
/// @param last when the last of these was sent
/// @param where where and when they work, as far as it is known
public record Suggestion(
        Client client,
        boolean named,
        int score,
        String reason,
        int mailsIn,
        int mailsOut,
        Optional<Instant> first,
        Optional<Instant> last,
        Whereabouts where) {}
