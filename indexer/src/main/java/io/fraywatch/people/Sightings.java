package io.fraywatch.people;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.PersonName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Where each mailbox was seen: under which names, writing and addressed in which conversations.
final class Sightings {
    private final Map<String, Mailbox> mailboxes = new LinkedHashMap<>();

    /// One mailbox under all its spellings.
    static final class Mailbox {
        private final Address address;
        private final Set<String> spellings = new TreeSet<>();
        private final Map<PersonName, Integer> names = new HashMap<>();
        private final Set<String> wroteIn = new HashSet<>();
        private final Set<String> answeredFor = new HashSet<>();

        private Mailbox(Address address) {
            this.address = address;
        }

        Address address() {
            return address;
        }

        Set<String> spellings() {
            return spellings;
        }

        /// The conversations it wrote in.
        Set<String> wroteIn() {
            return wroteIn;
        }

        /// The mailboxes that had been addressed in a conversation, and not heard from, when this
        /// one wrote there without having been addressed.
        Set<String> answeredFor() {
            return answeredFor;
        }

        /// The name it is seen under most often.
        PersonName name() {
            return names.entrySet().stream()
                    .max(
                            Map.Entry.<PersonName, Integer>comparingByValue()
                                    .thenComparing(each -> each.getKey().full()))
                    .map(Map.Entry::getKey)
                    .orElse(new PersonName(""));
        }

        private void see(Address seen, int weight) {
            spellings.add(seen.address());
            PersonName name = PersonName.of(seen.name());
            if (!name.full().isEmpty()) {
                names.merge(name, weight, Integer::sum);
            }
        }
    }

    /// Two addressed by one mail, as their mailboxes in order.
    record Pair(String one, String other) {
        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private static final int FEW = 12;

    private final Set<Pair> addressedTogether = new HashSet<>();
    private final Map<String, Set<String>> wroteToAlone = new HashMap<>();

    static Sightings of(Collection<Trace> traces) {
        Sightings sightings = new Sightings();
        Map<String, List<Trace>> conversations = new HashMap<>();
        for (Trace trace : traces) {
            conversations.computeIfAbsent(trace.conversation(), c -> new ArrayList<>()).add(trace);
        }
        conversations.values().forEach(sightings::read);
        return sightings;
    }

    Collection<Mailbox> mailboxes() {
        return mailboxes.values();
    }

    /// Whether one mail to a few went to both.
    boolean addressedTogether(Mailbox one, Mailbox other) {
        return addressedTogether.contains(Pair.of(one.address.mailbox(), other.address.mailbox()));
    }

    /// Whether each wrote a mail to the other alone.
    boolean spokeToEachOther(Mailbox one, Mailbox other) {
        return wroteTo(one, other) && wroteTo(other, one);
    }

    private boolean wroteTo(Mailbox from, Mailbox to) {
        return wroteToAlone
                .getOrDefault(from.address.mailbox(), Set.of())
                .contains(to.address.mailbox());
    }

    private void read(List<Trace> conversation) {
        conversation.sort(Comparator.comparing(Trace::sentAt));
        Set<String> addressed = new HashSet<>();
        Set<String> heard = new HashSet<>();
        for (Trace trace : conversation) {
            trace.author().ifPresent(author -> wrote(author, trace, addressed, heard));
            for (Address other : trace.others()) {
                mailbox(other).see(other, 1);
                addressed.add(other.mailbox());
            }
            together(trace.others());
        }
    }

    private void wrote(Address author, Trace trace, Set<String> addressed, Set<String> heard) {
        String box = author.mailbox();
        Mailbox mailbox = mailbox(author);
        mailbox.see(author, 3);
        mailbox.wroteIn.add(trace.conversation());
        if (!addressed.contains(box) && !heard.contains(box)) {
            addressed.stream()
                    .filter(other -> !heard.contains(other))
                    .forEach(mailbox.answeredFor::add);
        }
        heard.add(box);
        if (trace.others().size() == 1) {
            wroteToAlone
                    .computeIfAbsent(box, b -> new HashSet<>())
                    .add(trace.others().getFirst().mailbox());
        }
    }

    private void together(List<Address> others) {
        if (others.size() > FEW) {
            return;
        }
        for (Address one : others) {
            for (Address other : others) {
                if (!one.mailbox().equals(other.mailbox())) {
                    addressedTogether.add(Pair.of(one.mailbox(), other.mailbox()));
                }
            }
        }
    }

    private Mailbox mailbox(Address address) {
        return mailboxes.computeIfAbsent(address.mailbox(), m -> new Mailbox(address));
    }
}
