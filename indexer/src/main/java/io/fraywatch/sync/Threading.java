package io.fraywatch.sync;

import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Subjects;
import io.fraywatch.store.Entry;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.thread.Threaded;
import io.fraywatch.thread.Threader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts newly arrived mails into the conversations they belong to, looking only at conversations
/// they touch.
///
/// What lies in the index is closed under relation already, so one round finds everything a new
/// mail can join.
final class Threading {
    private final Threader threader;

    /// @param us who can't serve as a common participant, since we are in everything
    Threading(Identity us) {
        this.threader = new Threader(us);
    }

    /// Says which mails change their conversation.
    ///
    /// @param arrived mails put since the last call
    /// @param view the index with these mails in it
    Map<MailId, ConversationId> place(List<Message> arrived, View view) throws StoreException {
        Map<MailId, ConversationId> now = new HashMap<>();
        Map<MailId, Message> messages = new HashMap<>();
        for (Entry entry : view.conversations(touched(arrived, view))) {
            now.put(entry.id(), entry.conversation());
            messages.put(entry.id(), Messages.of(entry, Direction.OTHER));
        }
        arrived.forEach(message -> messages.put(message.id(), message));
        return changes(threader.thread(messages.values()), now);
    }

    private static Set<ConversationId> touched(List<Message> arrived, View view)
            throws StoreException {
        Set<MessageId> ids = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        for (Message message : arrived) {
            Headers headers = message.headers();
            headers.messageId().ifPresent(ids::add);
            ids.addAll(headers.inReplyTo());
            ids.addAll(headers.references());
            if (headers.inReplyTo().isEmpty() && headers.references().isEmpty()) {
                subjects.add(Subjects.base(headers.subject()));
            }
        }
        Set<ConversationId> touched = new HashSet<>();
        add(view.related(ids), touched);
        for (String subject : subjects) {
            if (!subject.isEmpty()) {
                add(view.withBaseSubject(subject), touched);
            }
        }
        return touched;
    }

    private static void add(Collection<Entry> entries, Set<ConversationId> touched) {
        entries.forEach(entry -> touched.add(entry.conversation()));
    }

    private static Map<MailId, ConversationId> changes(
            List<Threaded> threads, Map<MailId, ConversationId> now) {
        Map<MailId, ConversationId> changes = new HashMap<>();
        for (Threaded thread : threads) {
            for (Conversation.Entry entry : thread.entries()) {
                MailId id = entry.message().id();
                if (!thread.id().equals(now.get(id))) {
                    changes.put(id, thread.id());
                }
            }
        }
        return changes;
    }
}
