package io.fraywatch.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What became of a thread after an alert, in hindsight.
///
/// @param gone when the client had been silent in the thread for [#SILENCE]; only of one that fell
///   silent or ended
public record Fate(Ending ending, Optional<Instant> gone) {
    /// A client who hasn't written in a thread for so long has fallen silent there.
    public static final Duration SILENCE = Duration.ofDays(30);

    /// A silence that begins longer after an alert has nothing to do with it.
    public static final Duration BEARING = Duration.ofDays(60);

    /// How it went on.
    public enum Ending {
        /// The client fell silent for more than [#SILENCE] and wrote again later.
        SILENT("silent"),
        /// The client never wrote there again, and the matter wasn't closed.
        ENDED("ended"),
        /// The client never wrote there again, the matter being closed.
        SETTLED("settled"),
        /// The client wrote on.
        WENT_ON("wentOn"),
        /// It is too early to say.
        OPEN("open");

        private final String key;

        Ending(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }

    /// Whether the client was lost in this thread, for a while or for good.
    public boolean lost() {
        return ending == Ending.SILENT || ending == Ending.ENDED;
    }

    static Fate of(Ending ending) {
        return new Fate(ending, Optional.empty());
    }
}
