package io.fraywatch.sync;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.flags.FlagId;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One signal of one conversation as it stood on one day of a replay.
///
/// @param day the user's local date
/// @param at the moment of that day that was judged
/// @param kind the signal's JSON name
/// @param since from when on the signal holds
/// @param level of the whole conversation
/// @param score of the whole conversation, 0 to 100
public record Sighting(
        LocalDate day,
        Instant at,
        FlagId flag,
        AccountName account,
        ConversationId conversation,
        String subject,
        Optional<Client> client,
        String kind,
        MailId anchor,
        Instant since,
        Assessment.Level level,
        int score) {}
