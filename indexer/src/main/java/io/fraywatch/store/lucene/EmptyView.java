package io.fraywatch.store.lucene;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.query.Query;
import io.fraywatch.store.Entry;
import io.fraywatch.store.Hits;
import io.fraywatch.store.Placed;
import io.fraywatch.store.SameSubject;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// An account for which nothing was ever committed.
record EmptyView(AccountName account) implements View {
    @Override
    public Map<String, String> marks() {
        return Map.of();
    }

    @Override
    public String reading() {
        return "";
    }

    @Override
    public String generation() {
        return "";
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public void forEach(Consumer<Entry> each) {}

    @Override
    public Optional<Entry> find(MailId id) {
        return Optional.empty();
    }

    @Override
    public List<Entry> related(Collection<MessageId> ids) {
        return List.of();
    }

    @Override
    public List<Entry> ofThreads(Collection<String> threadKeys) {
        return List.of();
    }

    @Override
    public List<Entry> withSubject(SameSubject asked) {
        return List.of();
    }

    @Override
    public List<Entry> conversations(Set<ConversationId> ids) {
        return List.of();
    }

    @Override
    public Body body(MailId id) throws StoreException {
        throw noMail(id);
    }

    @Override
    public List<Attachment> attachments(MailId id) throws StoreException {
        throw noMail(id);
    }

    @Override
    public List<String> problems(MailId id) throws StoreException {
        throw noMail(id);
    }

    private StoreException noMail(MailId id) {
        return new StoreException(
                "account '"
                        + account
                        + "' holds no mail "
                        + id
                        + ", nor any other; run `fraywatch sync` first",
                null);
    }

    @Override
    public Map<String, Long> folders() {
        return Map.of();
    }

    @Override
    public Map<Location, Long> locations(String folder) {
        return Map.of();
    }

    @Override
    public Map<Location, Placed> placed(String folder) {
        return Map.of();
    }

    @Override
    public Optional<Placed> at(Location location) {
        return Optional.empty();
    }

    @Override
    public Set<MailId> mails(String folder) {
        return Set.of();
    }

    @Override
    public Map<Location, String> quarantined() {
        return Map.of();
    }

    @Override
    public Hits search(Query query, Hits.Sort sort, int offset, int limit) {
        return new Hits(0, true, List.of());
    }

    @Override
    public List<String> check() {
        return List.of();
    }

    @Override
    public void close() {}
}
