package io.fraywatch.sync;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.store.Entry;
import io.fraywatch.store.SameSubject;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.thread.SubjectRule;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The replies without headers that must be guessed anew because of some mails: those among them,
/// and those that may answer one of them.
///
/// A subject that many mails carry costs no more than a bounded number of entries, since then
/// nothing is guessed.
final class LostReplies {
    private static final int MOST_FOLLOWERS = 1_000;

    private final Identity us;
    private final View view;
    private final Set<ConversationId> conversations = new HashSet<>();
    private final Set<MailId> open = new HashSet<>();
    private final Set<MailId> crowded = new HashSet<>();

    LostReplies(Identity us, View view) {
        this.us = us;
        this.view = view;
    }

    /// @param mails everything that may have changed
    void find(Collection<Message> mails) throws StoreException {
        Map<String, Span> bySubject = new HashMap<>();
        for (Message mail : mails) {
            SubjectRule.tellingSubject(mail.headers())
                    .ifPresent(base ->
                            bySubject.computeIfAbsent(base, unseen -> new Span()).add(mail));
        }
        for (var each : bySubject.entrySet()) {
            for (Entry reply : followers(each.getKey(), each.getValue())) {
                Message message = Messages.of(reply);
                if (each.getValue().concerns(message)) {
                    conversations.add(reply.conversation());
                    look(each.getKey(), message);
                }
            }
        }
    }

    /// Some mails of one subject.
    private static final class Span {
        private final Set<Message> mails = new HashSet<>();
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        void add(Message mail) {
            mails.add(mail);
            first = mail.sentAt().isBefore(first) ? mail.sentAt() : first;
            last = mail.sentAt().isAfter(last) ? mail.sentAt() : last;
        }

        boolean concerns(Message reply) {
            return mails.stream()
                    .anyMatch(mail ->
                            mail.id().equals(reply.id())
                                    || (!mail.sentAt().isAfter(reply.sentAt())
                                            && SubjectRule.isNear(mail, reply)));
        }
    }

    private List<Entry> followers(String base, Span span) throws StoreException {
        Instant to = later(span.last);
        return view.withSubject(new SameSubject(base, span.first, to, true, true, MOST_FOLLOWERS));
    }

    /// Looks at what a reply may answer.
    private void look(String base, Message reply) throws StoreException {
        List<Entry> earlier =
                view
                        .withSubject(
                                new SameSubject(
                                        base,
                                        earlier(reply.sentAt()),
                                        reply.sentAt(),
                                        false,
                                        true,
                                        SubjectRule.MOST_CANDIDATES + 2))
                        .stream()
                        .filter(entry -> SubjectRule.isBefore(Messages.of(entry), reply))
                        .toList();
        if (earlier.size() > SubjectRule.MOST_CANDIDATES) {
            crowded.add(reply.id());
            return;
        }
        open.add(reply.id());
        for (Entry entry : earlier) {
            if (SubjectRule.areAlike(us, reply, Messages.of(entry))) {
                conversations.add(entry.conversation());
            }
        }
    }

    private static Instant later(Instant instant) {
        return instant.isAfter(Instant.MAX.minus(SubjectRule.REACH))
                ? Instant.MAX
                : instant.plus(SubjectRule.REACH);
    }

    private static Instant earlier(Instant instant) {
        return instant.isBefore(Instant.MIN.plus(SubjectRule.REACH))
                ? Instant.MIN
                : instant.minus(SubjectRule.REACH);
    }

    /// Those that must be read to guess.
    Set<ConversationId> conversations() {
        return conversations;
    }

    /// Whether all that it may answer is read.
    boolean isOpen(Message reply) {
        return open.contains(reply.id());
    }

    /// Whether too many mails carry its subject.
    boolean isCrowded(Message reply) {
        return crowded.contains(reply.id());
    }
}
