package io.fraywatch.sync;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.store.Entry;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The conversations that some mails touch, whole.
///
/// What lies in the index is closed under relation already, so one round finds everything a new
/// mail can join by its headers; what the user split or merged is taken together as it would be
/// without that.
final class Neighbourhood {
    private final View view;
    private final Map<MailId, Message> messages = new HashMap<>();
    private final Map<MailId, ConversationId> conversations = new HashMap<>();
    private final Set<ConversationId> loaded = new HashSet<>();
    private final Set<ConversationId> wanted = new HashSet<>();
    private final Set<ConversationId> decidedAbout;

    /// @param decided mails that decisions name
    Neighbourhood(View view, Collection<MailId> decided) throws StoreException {
        this.view = view;
        this.decidedAbout = around(decided);
    }

    /// All that would be one with these mails by headers, were it not for decisions.
    private Set<ConversationId> around(Collection<MailId> mails) throws StoreException {
        List<Message> here = new ArrayList<>();
        for (MailId mail : new TreeSet<>(mails)) {
            view.find(mail).map(Messages::of).ifPresent(here::add);
        }
        Set<ConversationId> all = new HashSet<>();
        Set<ConversationId> fresh = here.isEmpty() ? Set.of() : related(here);
        while (!fresh.isEmpty()) {
            all.addAll(fresh);
            List<Message> more = view.conversations(fresh).stream().map(Messages::of).toList();
            fresh = related(more);
            fresh.removeAll(all);
        }
        return all;
    }

    private Set<ConversationId> related(Collection<Message> mails) throws StoreException {
        Set<MessageId> ids = new HashSet<>();
        Set<String> threads = new HashSet<>();
        for (Message mail : mails) {
            Headers headers = mail.headers();
            headers.messageId().ifPresent(ids::add);
            ids.addAll(headers.inReplyTo());
            ids.addAll(headers.references());
            threads.addAll(headers.threadKeys());
        }
        Set<ConversationId> related = new HashSet<>();
        view.related(ids).forEach(entry -> related.add(entry.conversation()));
        view.ofThreads(threads).forEach(entry -> related.add(entry.conversation()));
        for (Message mail : mails) {
            if (mail.headers().messageId().isEmpty()) {
                view.find(mail.id()).ifPresent(entry -> related.add(entry.conversation()));
            }
        }
        return related;
    }

    /// Takes in mails and the conversations their headers point to; [#load] reads these.
    void add(Collection<Message> mails) throws StoreException {
        mails.forEach(mail -> messages.put(mail.id(), mail));
        wanted.addAll(related(mails));
    }

    void addConversations(Set<ConversationId> ids) {
        wanted.addAll(ids);
    }

    /// Reads what is wanted and not read yet.
    void load() throws StoreException {
        widen();
        wanted.removeAll(loaded);
        if (!wanted.isEmpty()) {
            for (Entry entry : view.conversations(wanted)) {
                conversations.put(entry.id(), entry.conversation());
                messages.putIfAbsent(entry.id(), Messages.of(entry));
            }
            loaded.addAll(wanted);
            wanted.clear();
        }
    }

    private void widen() {
        if (!Collections.disjoint(decidedAbout, wanted)) {
            wanted.addAll(decidedAbout);
        }
    }

    /// All mails read.
    Collection<Message> messages() {
        return messages.values();
    }

    /// In which conversation each lies now.
    Map<MailId, ConversationId> conversations() {
        return conversations;
    }
}
