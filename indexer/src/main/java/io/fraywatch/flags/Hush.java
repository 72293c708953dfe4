package io.fraywatch.flags;

import io.fraywatch.flags.Feedback.NoClient;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the user doesn't want to hear of.
///
/// @param wrong flags called wrong: their like, the same kind in the same conversation, isn't told
///   either
public record Hush(
        Set<FlagId> dismissed, Set<Snoozed> snoozed, Set<Like> wrong, Set<NoClient> noClients) {
    /// Wants to hear of everything.
    public static final Hush NONE = new Hush(Set.of(), Set.of(), Set.of(), Set.of());

    /// A flag not to be told before an instant.
    public record Snoozed(FlagId flag, Instant till) {}

    /// What makes flags alike.
    ///
    /// @param anchor the mail that set it off, by which its conversation is known even after it was
    ///   joined to another
    public record Like(String kind, MailId anchor, ConversationId conversation) {}

    public Hush {
        dismissed = Set.copyOf(dismissed);
        snoozed = Set.copyOf(snoozed);
        wrong = Set.copyOf(wrong);
        noClients = Set.copyOf(noClients);
    }

    /// Whether one flag isn't to be told at that instant.
    ///
    /// @param kind the signal's JSON name
    /// @param holds whether its conversation holds a mail
    public boolean silences(
            FlagId flag,
            String kind,
            ConversationId conversation,
            Predicate<MailId> holds,
            Instant at) {
        return dismissed.contains(flag)
                || snoozed.stream()
                        .anyMatch(each -> each.flag().equals(flag) && at.isBefore(each.till()))
                || wrong.stream()
                        .filter(each -> each.kind().equals(kind))
                        .anyMatch(each ->
                                each.conversation().equals(conversation)
                                        || holds.test(each.anchor()));
    }

    /// Whether nothing of this client's is to be told.
    public boolean silences(AccountName account, Optional<ClientId> client) {
        return client.filter(id -> noClients.contains(new NoClient(account, id))).isPresent();
    }
}
