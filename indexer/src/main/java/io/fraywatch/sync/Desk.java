package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.people.OwnAddress;
import io.fraywatch.people.Suggestion;
import io.fraywatch.query.QueryException;
import io.fraywatch.store.Hits;
import io.fraywatch.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the application asks of the mail it holds; every answer shows the last commit. Safe for
/// many threads.
public interface Desk {
    /// What is at risk as of an instant, heaviest first; mail after it is as if it didn't exist.
    ///
    /// @param all whether conversations without any signal are listed too
    List<Finding> findings(Instant asOf, boolean all) throws StoreException;

    /// One conversation, risky or not; empty if there is none of that id.
    Optional<Finding> explain(ConversationId conversation, Instant asOf) throws StoreException;

    /// The conversation that holds a mail; empty if there is no such mail.
    Optional<ConversationId> conversationOf(MessageId message) throws StoreException;

    /// Hands over every conversation, the newest first.
    void conversations(Consumer<Listed> each) throws StoreException;

    /// One conversation with its texts, oldest mail first; empty if there is none of that id.
    Optional<Opened> open(ConversationId conversation) throws StoreException;

    /// Finds mails in all accounts by our search language.
    Found search(String text, Hits.Sort sort, int offset, int limit)
            throws QueryException, StoreException;

    /// The clients that the user named, then whoever else may be one by the mail up to an instant.
    List<Suggestion> clients(Instant asOf) throws StoreException;

    /// Addresses that seem to be the user's own without being listed as such, per account.
    Map<AccountName, List<OwnAddress>> ownAddresses() throws StoreException;

    /// Counts what is there, per account.
    List<Stats> stats() throws StoreException;

    /// One conversation and whose it is.
    record Listed(AccountName account, Conversation conversation) {}

    /// A conversation to be read.
    record Opened(AccountName account, Conversation conversation, List<Page> pages) {
        public Opened {
            pages = List.copyOf(pages);
        }
    }

    /// One mail of a conversation with its text.
    record Page(MailId id, Body body, List<Attachment> attachments, List<String> problems) {
        public Page {
            attachments = List.copyOf(attachments);
            problems = List.copyOf(problems);
        }
    }

    /// What a search found.
    ///
    /// @param total how many mails match in all
    /// @param complete false when an account could not be looked through in time
    record Found(long total, boolean complete, List<FoundMail> mails) {
        public Found {
            mails = List.copyOf(mails);
        }
    }

    /// One mail found, with whose it is.
    record FoundMail(AccountName account, Optional<Client> client, Hits.Hit hit) {}

    /// What one account holds.
    ///
    /// @param kinds how many mails of each kind, by the kind's JSON name
    /// @param languages how many mails of persons in each language, by its tag; `und` for those too
    ///   short or too mixed to tell
    record Stats(
            AccountName account,
            long mails,
            long conversations,
            long bytes,
            Optional<Instant> oldest,
            Optional<Instant> newest,
            Map<String, Long> kinds,
            Map<String, Long> languages,
            Map<String, Long> folders,
            long quarantined) {}
}
