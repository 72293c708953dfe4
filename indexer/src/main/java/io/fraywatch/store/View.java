package io.fraywatch.store;

import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.query.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What an account held at one moment; later writes don't show. Safe for use by many threads.
public interface View extends AutoCloseable {
    /// The marks of the commit it shows.
    Map<String, String> marks();

    /// Names the way in which the texts it shows were read; empty for the usual one.
    String reading();

    /// Tells this moment of the account from every other: two views of one generation hold the
    /// same.
    String generation();

    /// How many mails there are.
    long size();

    /// Walks over all mails, in no particular order.
    void forEach(Consumer<Entry> each) throws StoreException;

    Optional<Entry> find(MailId id) throws StoreException;

    /// The mails carrying one of these Message-IDs, or referring to one in References or
    /// In-Reply-To.
    List<Entry> related(Collection<MessageId> ids) throws StoreException;

    /// The mails that provider or mail program count to one of these threads, by
    /// `Headers.threadKeys`.
    List<Entry> ofThreads(Collection<String> threadKeys) throws StoreException;

    /// The mails with one base subject in a span of time, oldest first.
    List<Entry> withSubject(SameSubject asked) throws StoreException;

    /// The mails of these conversations, oldest first within each.
    List<Entry> conversations(Set<ConversationId> ids) throws StoreException;

    /// The text of a mail.
    ///
    /// @throws StoreException also if there is no such mail
    Body body(MailId id) throws StoreException;

    List<Attachment> attachments(MailId id) throws StoreException;

    /// What was wrong with the mail, as the parser said.
    List<String> problems(MailId id) throws StoreException;

    /// How many locations are known, by folder.
    Map<String, Long> folders() throws StoreException;

    /// The locations known in one folder, with the size in bytes of the mail there.
    Map<Location, Long> locations(String folder) throws StoreException;

    /// The mail at each location of one folder.
    Map<Location, Placed> placed(String folder) throws StoreException;

    /// What lies at one location.
    Optional<Placed> at(Location location) throws StoreException;

    /// The mails that lie in one folder.
    Set<MailId> mails(String folder) throws StoreException;

    /// The mails set aside, with their reasons.
    Map<Location, String> quarantined() throws StoreException;

    /// Finds mails.
    ///
    /// @param offset how many of the best to skip, 0 or more
    /// @param limit how many to return at the most, 1 to 1,000
    Hits search(Query query, Hits.Sort sort, int offset, int limit) throws StoreException;

    /// Looks over everything for damage.
    ///
    /// @return what is wrong, in plain words; empty when all is well
    List<String> check() throws StoreException;

    @Override
    void close();
}
