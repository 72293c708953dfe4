package io.fraywatch.analyze;

import io.fraywatch.mail.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What there is to say of one conversation at one instant.
///
/// @param since from when on the state holds
/// @param score 0 to 100, from the sum of the terms
/// @param terms the named parts of the score in log-odds, heaviest first
/// @param misses what would have been a signal had it been a little stronger, nearest first
public record Assessment(
        ConversationId conversation,
        Instant asOf,
        State state,
        Instant since,
        int score,
        Level level,
        List<Term> terms,
        List<Signal> signals,
        List<Miss> misses) {
    public Assessment {
        terms = List.copyOf(terms);
        signals = List.copyOf(signals);
        misses = List.copyOf(misses);
    }

    /// This assessment as if only these of its signals had been seen.
    public Assessment keeping(List<Signal> kept) {
        Set<String> kinds = kept.stream().map(Wording::kind).collect(Collectors.toSet());
        Set<String> dropped =
                signals.stream()
                        .map(Wording::kind)
                        .filter(kind -> !kinds.contains(kind))
                        .collect(Collectors.toSet());
        Score score =
                Score.total(
                        terms.stream().filter(term -> !dropped.contains(term.name())).toList(),
                        kept.isEmpty());
        return new Assessment(
                conversation,
                asOf,
                state,
                since,
                score.points(),
                score.level(),
                score.terms(),
                kept,
                misses);
    }

    /// Whose turn it is.
    public enum State {
        THEY_OWE("theyOwe"),
        I_OWE("iOwe"),
        CLOSED("closed"),
        PAUSED("paused"),
        NONE("none");

        private final String key;

        State(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }

    /// How urgent it is.
    public enum Level {
        NONE("none"),
        AMBER("amber"),
        RED("red");

        private final String key;

        Level(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }

    /// One part of the score.
    ///
    /// @param weight log-odds; positive speaks for risk
    public record Term(String name, double weight) {}

    /// Something that nearly held.
    ///
    /// @param kind the signal it would have been, by its JSON name
    /// @param why in plain words, with the numbers: what is, and what it would have taken
    public record Miss(String kind, String why) {}
}
