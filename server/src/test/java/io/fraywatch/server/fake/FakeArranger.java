package io.fraywatch.server.fake;

import io.fraywatch.flags.Decided;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.sync.Arranger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Notes what was decided and says that conversation 1 holds it.
public final class FakeArranger implements Arranger {
    private final List<Decided> decisions = new ArrayList<>();

    private Optional<Arranged> decide(Decision decision, Instant now) {
        Decided decided =
                new Decided(
                        decisions.size() + 1L,
                        new AccountName("work"),
                        decision,
                        now,
                        Optional.empty());
        decisions.add(decided);
        return Optional.of(new Arranged(decided, Optional.of(new ConversationId(1))));
    }

    @Override
    public Optional<Arranged> split(MailId mail, Instant now) {
        return decide(new Decision.Split(mail), now);
    }

    @Override
    public Optional<Arranged> merge(ConversationId one, ConversationId other, Instant now) {
        return Optional.empty();
    }

    @Override
    public Optional<Arranged> move(MailId mail, ConversationId to, Instant now) {
        return decide(new Decision.Merge(mail, new MailId("first-of-" + to)), now);
    }

    @Override
    public Optional<Arranged> undo(long number, Instant now) {
        return decisions.stream()
                .filter(decided -> decided.number() == number)
                .findFirst()
                .map(decided -> new Arranged(decided, Optional.of(new ConversationId(1))));
    }

    @Override
    public Optional<MailId> mailOf(MessageId message) {
        return Optional.empty();
    }

    @Override
    public List<Decided> decisions() {
        return List.copyOf(decisions);
    }
}
