package io.fraywatch.sync;

import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.thread.Threaded;
import io.fraywatch.thread.Threader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Puts newly arrived mails into the conversations they belong to, looking only at conversations
/// they touch.
///
/// Whatever the order and the batches in which mails arrive, what comes out is what the [Threader]
/// makes of all of them at once.
final class Threading {
    private final Identity us;
    private final List<Decision> decisions;
    private final Threader threader;

    /// @param us who can't serve as a common participant, since we are in everything
    /// @param decisions the user's, in the order they were made
    Threading(Identity us, List<Decision> decisions) {
        this.us = us;
        this.decisions = List.copyOf(decisions);
        this.threader = new Threader(us, decisions);
    }

    /// Says which mails change their conversation.
    ///
    /// @param arrived mails put since the last call
    /// @param view the index with these mails in it
    Map<MailId, ConversationId> place(Collection<Message> arrived, View view)
            throws StoreException {
        return place(arrived, Set.of(), view);
    }

    private Map<MailId, ConversationId> place(
            Collection<Message> arrived, Set<MailId> changed, View view) throws StoreException {
        Set<MailId> decided = new HashSet<>(changed);
        decisions.forEach(decision -> decided.addAll(decision.mails()));
        Neighbourhood touched = new Neighbourhood(view, decided);
        touched.add(arrived);
        touched.load();
        LostReplies lost = new LostReplies(us, view);
        lost.find(touched.messages());
        touched.addConversations(lost.conversations());
        touched.load();
        Map<MailId, ConversationId> now = touched.conversations();
        List<Threaded> threads =
                threader.thread(
                        touched.messages(),
                        (reply, earlier) ->
                                lost.isOpen(reply)
                                        || (!lost.isCrowded(reply)
                                                && sameNow(now, reply, earlier)));
        return changes(threads, now);
    }

    /// Says which mails change their conversation because something was decided, or undone, about
    /// these.
    ///
    /// @param decided mails that decisions name; those the account doesn't hold are passed over
    Map<MailId, ConversationId> rearrange(Set<MailId> decided, View view) throws StoreException {
        List<Message> here = new ArrayList<>();
        for (MailId id : new TreeSet<>(decided)) {
            view.find(id).map(Messages::of).ifPresent(here::add);
        }
        return here.isEmpty() ? Map.of() : place(here, decided, view);
    }

    /// A reply that nothing new concerns stays with what it was put to.
    private static boolean sameNow(
            Map<MailId, ConversationId> now, Message reply, Message earlier) {
        ConversationId conversation = now.get(reply.id());
        return conversation != null && conversation.equals(now.get(earlier.id()));
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
