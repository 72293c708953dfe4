package io.fraywatch.people;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.PersonName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds addresses of the user's that they forgot to list: those that mail went out from, and those
/// of their name that others write to in this mailbox.
///
/// A missing one turns one's own mails into a client's, so it is better asked about.
public final class OwnAddresses {
    private static final int LEAST_SENT = 2;
    private static final double MOSTLY = 0.8;
    private static final int LEAST_RECEIVED = 5;
    private static final int LEAST_WRITERS = 3;

    private final Map<String, Address> seen = new HashMap<>();
    private final Map<String, Integer> wrote = new HashMap<>();
    private final Map<String, Integer> sent = new HashMap<>();
    private final Map<String, Integer> received = new HashMap<>();
    private final Map<String, Set<String>> writers = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> locals = new HashSet<>();
    private final Set<String> weWroteTo = new HashSet<>();

    private OwnAddresses() {}

    /// The addresses found, the busiest first.
    public static List<OwnAddress> of(Collection<Trace> traces) {
        OwnAddresses own = new OwnAddresses();
        traces.forEach(own::count);
        return own.list();
    }

    private void count(Trace trace) {
        trace.author()
                .ifPresent(author -> {
                    if (trace.ours()) {
                        learn(author);
                        trace.others().forEach(other -> weWroteTo.add(other.mailbox()));
                    } else if (trace.kind() == MessageKind.PERSON) {
                        seen.putIfAbsent(author.mailbox(), author);
                        wrote.merge(author.mailbox(), 1, Integer::sum);
                        sent.merge(author.mailbox(), trace.filedAsSent() ? 1 : 0, Integer::sum);
                    }
                });
        if (!trace.ours() && !trace.toUs() && !trace.filedAsSent()) {
            for (Address to : trace.others()) {
                seen.putIfAbsent(to.mailbox(), to);
                received.merge(to.mailbox(), 1, Integer::sum);
                trace.author()
                        .ifPresent(author ->
                                writers.computeIfAbsent(to.mailbox(), w -> new HashSet<>())
                                        .add(author.mailbox()));
            }
        }
    }

    private void learn(Address mine) {
        locals.add(mine.local());
        PersonName name = PersonName.of(mine.name());
        if (name.isFull()) {
            names.add(name.key());
        }
    }

    private List<OwnAddress> list() {
        List<OwnAddress> found = new ArrayList<>();
        seen.forEach((mailbox, address) -> {
            int out = sent.getOrDefault(mailbox, 0);
            int in = received.getOrDefault(mailbox, 0);
            if (out >= LEAST_SENT && out >= MOSTLY * wrote.getOrDefault(mailbox, 0)) {
                found.add(
                        new OwnAddress(address.withoutTag(), out, out + " mails went out from it"));
            } else if (isWrittenTo(mailbox, address, in)) {
                found.add(
                        new OwnAddress(
                                address.withoutTag(), in, in + " mails came to it in your name"));
            }
        });
        found.sort(
                Comparator.comparingInt(OwnAddress::mails)
                        .reversed()
                        .thenComparing(OwnAddress::address));
        return found;
    }

    /// Whether several people write to it here, it bears one of our names, and nobody was heard
    /// from it: a mailing list bears another, a colleague answers.
    private boolean isWrittenTo(String mailbox, Address address, int in) {
        boolean ourLocal = locals.contains(address.local()) && !PersonName.isRole(address.local());
        boolean ourName = ourLocal || names.contains(PersonName.of(address.name()).key());
        return in >= LEAST_RECEIVED
                && writers.getOrDefault(mailbox, Set.of()).size() >= LEAST_WRITERS
                && ourName
                && wrote.getOrDefault(mailbox, 0) == 0
                && !weWroteTo.contains(mailbox);
    }
}
