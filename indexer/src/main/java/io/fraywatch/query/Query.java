package io.fraywatch.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What is searched for, as a tree.
public sealed interface Query {
    /// Every mail.
    record All() implements Query {}

    /// Mails for which every part holds.
    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /// Mails for which at least one part holds.
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /// Mails for which the part doesn't hold.
    record Not(Query part) implements Query {}

    /// One word, in any of its forms; `prefix` for `invoi*`.
    record Word(In in, String word, boolean prefix) implements Query {}

    /// Words that stand together in this order.
    record Phrase(In in, List<String> words) implements Query {
        public Phrase {
            words = List.copyOf(words);
        }
    }

    /// Somebody takes part: an address, a domain, or words of a display name.
    record Person(Role role, String who) implements Query {}

    /// Mail with one of a client's people; resolved to addresses and domains by who knows the
    /// clients.
    record OfClient(String client) implements Query {}

    /// Mail with anybody of these domains (subdomains included) or addresses.
    record People(Set<String> domains, Set<String> addresses) implements Query {
        public People {
            domains = Set.copyOf(domains);
            addresses = Set.copyOf(addresses);
        }
    }

    /// Sent before this instant, or at it and later.
    record Sent(When when, Instant bound) implements Query {}

    /// Which part of a mail words are looked for in.
    enum In {
        ANYWHERE,
        SUBJECT
    }

    /// Which header somebody is looked for in.
    enum Role {
        FROM,
        TO,
        ANY
    }

    /// Which side of an instant.
    enum When {
        BEFORE,
        AFTER
    }
}
