package io.fraywatch.flags;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import java.util.Optional;

/// A reason to worry, as the analyzer sees it now.
///
/// @param kind the signal's JSON name
/// @param anchor the mail that set it off
/// @param score 0 to 100, of the whole conversation
public record SeenFlag(
        FlagId id,
        AccountName account,
        ConversationId conversation,
        Optional<ClientId> client,
        String kind,
        MailId anchor,
        Assessment.Level level,
        int score) {}
