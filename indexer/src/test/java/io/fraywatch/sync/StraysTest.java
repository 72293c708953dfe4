package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Turn;
import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Nature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StraysTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T15:00:00Z");
    private static final Address DANA = Address.of("dana@reyes-va.example");
    private static final Address MARIA = Address.of("maria@harborlane.example");
    private static final Address DAEMON = Address.of("mailer-daemon@relay.example");

    private final Case toMaria = mails(1, ours("first", MONDAY, MARIA));
    private final Case later = mails(2, ours("second", MONDAY.plusSeconds(60), MARIA));

    @Test
    void aBounceCountsWhereTheMailIsThatItNames() {
        Case stray = mails(3, bounce(120, Optional.of(new MessageId("first@mail.example"))));
        Strays strays = new Strays(List.of(toMaria, later, stray));
        assertThat(strays.with(toMaria).turns()).hasSize(2);
        assertThat(strays.with(later).turns()).hasSize(1);
    }

    @Test
    void aBounceThatNamesNoMailCountsForTheLastToThatAddress() {
        Strays strays =
                new Strays(List.of(toMaria, later, mails(3, bounce(120, Optional.empty()))));
        assertThat(strays.with(toMaria).turns()).hasSize(1);
        assertThat(strays.with(later).turns()).hasSize(2);
    }

    @Test
    void aMailWrittenAfterTheBounceNeverTakesItOver() {
        Strays strays = new Strays(List.of(toMaria, later, mails(3, bounce(30, Optional.empty()))));
        assertThat(strays.with(toMaria).turns()).hasSize(2);
        assertThat(strays.with(later).turns()).hasSize(1);
    }

    @Test
    void aBounceOfLongAgoTellsOfNothing() {
        Strays strays =
                new Strays(List.of(toMaria, mails(3, bounce(30L * 24 * 3600, Optional.empty()))));
        assertThat(strays.with(toMaria)).isEqualTo(toMaria);
    }

    @Test
    void aBounceAmongOtherMailsStaysThere() {
        Case joined = mails(4, ours("third", MONDAY, DANA), bounce(120, Optional.empty()));
        assertThat(new Strays(List.of(toMaria, joined)).with(toMaria)).isEqualTo(toMaria);
    }

    private static Case mails(long id, Message... messages) {
        return new Case(
                new ConversationId(id),
                Optional.empty(),
                List.of(messages).stream()
                        .map(message -> new Turn(message, TextFeatures.EMPTY))
                        .toList());
    }

    private static Message ours(String name, Instant at, Address to) {
        return message(name, at, DANA, to, Nature.PERSON, Direction.FROM_US);
    }

    private static Message bounce(long secondsAfter, Optional<MessageId> original) {
        return message(
                "bounce",
                MONDAY.plusSeconds(secondsAfter),
                DAEMON,
                DANA,
                Nature.bounce(
                        new Bounce(Bounce.Severity.HARD, List.of(MARIA), original, "no such user")),
                Direction.OTHER);
    }

    private static Message message(
            String name, Instant at, Address from, Address to, Nature nature, Direction direction) {
        Headers headers =
                new Headers(
                        Optional.of(new MessageId(name + "@mail.example")),
                        List.of(),
                        List.of(),
                        Optional.of(at.atOffset(ZoneOffset.UTC)),
                        Optional.of(from),
                        List.of(from),
                        List.of(to),
                        List.of(),
                        "Flyers",
                        Optional.empty(),
                        List.of());
        return new Message(new MailId(name), at, headers, nature, direction);
    }
}
