package io.fraywatch.people;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Domains;
import io.fraywatch.mail.PersonName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Joins the addresses of one person.
///
/// Two addresses are one person's when they carry the same full name and something besides speaks
/// for it: a common organisation, an unusual part before the `@`, a conversation in which one goes
/// on where the other left off. A name alone joins nobody, nor does a free-mail domain; desks such
/// as `info@` are no persons.
public final class Persons {
    /// From here on two addresses are taken for one person's.
    private static final double SURE = 0.8;

    /// Of more addresses under one name it can't be told who is who.
    private static final int MOST_NAMESAKES = 40;

    /// A name that this many organisations know is a common one, and weighs less.
    private static final int COMMON = 4;

    private static final double COMMON_WEIGHT = 0.75;

    private Persons() {}

    /// All people of these mails, each with every address seen.
    public static List<Person> of(Collection<Trace> traces) {
        Sightings sightings = Sightings.of(traces);
        Map<String, List<Sightings.Mailbox>> namesakes = new LinkedHashMap<>();
        List<Person> persons = new ArrayList<>();
        for (Sightings.Mailbox mailbox : sightings.mailboxes()) {
            PersonName name = mailbox.name();
            if (name.isFull() && !PersonName.isRole(mailbox.address().local())) {
                namesakes.computeIfAbsent(name.key(), k -> new ArrayList<>()).add(mailbox);
            } else {
                persons.add(person(List.of(mailbox), 1));
            }
        }
        namesakes.values().forEach(group -> persons.addAll(join(group, sightings)));
        return persons;
    }

    private static List<Person> join(List<Sightings.Mailbox> namesakes, Sightings sightings) {
        List<Joined> joined =
                new ArrayList<>(namesakes.stream().map(m -> new Joined(List.of(m), 1)).toList());
        if (namesakes.size() <= MOST_NAMESAKES) {
            double weight = organisations(namesakes) >= COMMON ? COMMON_WEIGHT : 1;
            while (joinBest(joined, sightings, weight)) {
                // until no two are sure enough
            }
        }
        return joined.stream().map(j -> person(j.mailboxes, j.certainty)).toList();
    }

    /// Addresses taken for one person's so far.
    private record Joined(List<Sightings.Mailbox> mailboxes, double certainty) {}

    private static boolean joinBest(List<Joined> joined, Sightings sightings, double weight) {
        double best = SURE;
        int one = -1;
        int other = -1;
        for (int i = 0; i < joined.size(); i++) {
            for (int k = i + 1; k < joined.size(); k++) {
                double sure = sure(joined.get(i), joined.get(k), sightings, weight);
                if (sure >= best) {
                    best = sure;
                    one = i;
                    other = k;
                }
            }
        }
        if (one < 0) {
            return false;
        }
        Joined last = joined.remove(other);
        Joined first = joined.remove(one);
        joined.add(
                new Joined(
                        Stream.concat(first.mailboxes.stream(), last.mailboxes.stream()).toList(),
                        Math.min(best, Math.min(first.certainty, last.certainty))));
        return true;
    }

    /// The surest link between them, unless two of them spoke to each other.
    private static double sure(Joined one, Joined other, Sightings sightings, double weight) {
        double best = 0;
        for (Sightings.Mailbox a : one.mailboxes) {
            for (Sightings.Mailbox b : other.mailboxes) {
                if (sightings.spokeToEachOther(a, b)) {
                    return 0;
                }
                best = Math.max(best, sure(a, b, sightings, weight));
            }
        }
        return best;
    }

    private static double sure(
            Sightings.Mailbox a, Sightings.Mailbox b, Sightings sightings, double weight) {
        double doubt = 1 - weight * Likeness.of(a.address(), b.address(), a.name());
        long shared = a.wroteIn().stream().filter(b.wroteIn()::contains).limit(2).count();
        for (long i = 0; i < shared; i++) {
            doubt *= 1 - weight * 0.8;
        }
        boolean answered =
                a.answeredFor().contains(b.address().mailbox())
                        || b.answeredFor().contains(a.address().mailbox());
        doubt *= answered ? 1 - weight * 0.85 : 1;
        doubt *= sightings.addressedTogether(a, b) ? 1 - weight * 0.5 : 1;
        return 1 - doubt;
    }

    private static long organisations(List<Sightings.Mailbox> namesakes) {
        return namesakes.stream()
                .map(mailbox -> mailbox.address().domain())
                .map(Domains::organisation)
                .distinct()
                .count();
    }

    private static Person person(List<Sightings.Mailbox> mailboxes, double certainty) {
        TreeSet<String> addresses = new TreeSet<>();
        mailboxes.forEach(mailbox -> addresses.addAll(mailbox.spellings()));
        String name =
                mailboxes.stream()
                        .map(mailbox -> mailbox.name().full())
                        .filter(full -> !full.isEmpty())
                        .findFirst()
                        .orElseGet(() -> PersonName.of(first(mailboxes)).full());
        return new Person(name, addresses, certainty);
    }

    private static Address first(List<Sightings.Mailbox> mailboxes) {
        return mailboxes.getFirst().address();
    }
}
