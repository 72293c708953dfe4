package io.fraywatch.analyze.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Gathers the days by which a mail promises something, or until when its author is away.
final class Promises {
    /// From where on a sentence promises.
    private static final double PROMISES = 0.6;

    private final Optional<LocalDate> written;
    private Optional<LocalDate> earliest = Optional.empty();

    /// @param written the day of the mail; without it no day can be reckoned
    Promises(Optional<LocalDate> written) {
        this.written = written;
    }

    void add(List<String> tokens, double commitment) {
        if (commitment >= PROMISES && written.isPresent()) {
            DueDays.last(tokens, written.get())
                    .filter(day -> earliest.isEmpty() || day.isBefore(earliest.get()))
                    .ifPresent(day -> earliest = Optional.of(day));
        }
    }

    Optional<LocalDate> earliest() {
        return earliest;
    }
}
