package io.fraywatch.people;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A mailbox told mail by mail, an hour apart; `me` writes from `me@us.example`.
final class Correspondents {
    static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private final List<Trace> traces = new ArrayList<>();
    private Instant now = START;
    private String conversation = "1";
    private MessageKind kind = MessageKind.PERSON;
    private boolean asks;
    private boolean filedAsSent;

    Correspondents in(String name) {
        conversation = name;
        return this;
    }

    Correspondents after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /// The next mail is of this kind.
    Correspondents as(MessageKind next) {
        kind = next;
        return this;
    }

    /// The next mail asks something.
    Correspondents asking() {
        asks = true;
        return this;
    }

    /// The next mail lies in the folder of what was sent.
    Correspondents filedAsSent() {
        filedAsSent = true;
        return this;
    }

    /// Mail from somebody, as `Name <address>`, to others and us.
    Correspondents wrote(String from, String... to) {
        return add(from, true, to);
    }

    /// Mail that isn't addressed to us, as on a mailing list.
    Correspondents overheard(String from, String... to) {
        return add(from, false, to);
    }

    Correspondents weWrote(String... to) {
        return add("me@us.example", false, to);
    }

    /// So many exchanges, each a conversation of its own, a day apart, that they begin.
    Correspondents exchanged(int times, String with) {
        for (int i = 0; i < times; i++) {
            in(with + i).after(Duration.ofDays(1)).wrote(with).weWrote(with);
        }
        return this;
    }

    private Correspondents add(String from, boolean toUs, String... to) {
        now = now.plus(Duration.ofHours(1));
        Address author = address(from);
        traces.add(
                new Trace(
                        conversation,
                        now,
                        Optional.of(
                                now.atZone(java.time.ZoneId.of("America/Chicago"))
                                        .toOffsetDateTime()),
                        Optional.of(author),
                        author.domain().equals("us.example"),
                        toUs,
                        Arrays.stream(to).map(Correspondents::address).toList(),
                        kind,
                        filedAsSent,
                        asks));
        kind = MessageKind.PERSON;
        asks = false;
        filedAsSent = false;
        return this;
    }

    private static Address address(String text) {
        int open = text.indexOf('<');
        return open < 0
                ? Address.of(text)
                : new Address(text.substring(0, open), text.substring(open + 1, text.length() - 1));
    }

    List<Trace> traces() {
        return traces;
    }

    Instant now() {
        return now;
    }
}
