package io.fraywatch.people;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.PersonName;
import io.fraywatch.people.Whereabouts.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What went back and forth between us and one organisation or person.
final class Correspondence {
    private final List<Sent> theirs = new ArrayList<>();
    private final List<Instant> ours = new ArrayList<>();
    private final Map<String, Address> writers = new TreeMap<>();
    private final Set<String> theyWroteIn = new HashSet<>();
    private final Set<String> weWroteIn = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private int asking;
    private int automatic;

    /// One of their people wrote to us.
    ///
    /// @param begins whether the conversation begins with it
    void hears(Trace trace, Address author, boolean begins) {
        theirs.add(new Sent(trace.sentAt(), trace.date()));
        writers.putIfAbsent(author.mailbox(), author);
        theyWroteIn.add(trace.conversation());
        asking += trace.asks() ? 1 : 0;
        if (begins) {
            begun.add(trace.conversation());
        }
    }

    void tells(Trace trace) {
        ours.add(trace.sentAt());
        weWroteIn.add(trace.conversation());
    }

    /// Something came from there that no person wrote.
    void receives(MessageKind kind) {
        automatic += kind == MessageKind.BULK || kind == MessageKind.RECEIPT ? 1 : 0;
    }

    int in() {
        return theirs.size();
    }

    int out() {
        return ours.size();
    }

    int automatic() {
        return automatic;
    }

    int asking() {
        return asking;
    }

    /// How many conversations they began.
    int begun() {
        return begun.size();
    }

    /// In how many conversations both sides wrote.
    int exchanges() {
        return (int) theyWroteIn.stream().filter(weWroteIn::contains).count();
    }

    /// Whether nobody but desks (`billing@`) ever wrote.
    boolean desksOnly() {
        return writers.values().stream().allMatch(w -> PersonName.isRole(w.local()));
    }

    /// Who wrote, by mailbox.
    Map<String, Address> writers() {
        return writers;
    }

    /// When their people wrote, in the order in which they were heard.
    List<Sent> theirs() {
        return theirs;
    }

    Optional<Instant> first() {
        return times().min(Instant::compareTo);
    }

    Optional<Instant> last() {
        return times().max(Instant::compareTo);
    }

    private Stream<Instant> times() {
        return Stream.concat(theirs.stream().map(Sent::at), ours.stream());
    }
}
