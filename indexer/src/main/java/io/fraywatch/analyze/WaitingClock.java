package io.fraywatch.analyze;

import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Business time that stands still during absences.
final class WaitingClock {
    private final WorkCalendar calendar;
    private final List<Absence> absences;

    WaitingClock(WorkCalendar calendar, List<Absence> absences) {
        this.calendar = calendar;
        this.absences = merged(absences);
    }

    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        Instant at = from;
        for (Absence absence : absences) {
            if (absence.until().isAfter(at)) {
                sum = sum.plus(calendar.between(at, earlier(absence.from(), to)));
                at = absence.until();
            }
        }
        return sum.plus(calendar.between(at, to));
    }

    /// When this much business time has passed since `from`.
    Instant plus(Instant from, Duration businessTime) {
        Duration left = businessTime;
        Instant at = from;
        for (Absence absence : absences) {
            if (absence.until().isAfter(at)) {
                Duration worked = calendar.between(at, absence.from());
                if (worked.compareTo(left) >= 0) {
                    break;
                }
                left = left.minus(worked);
                at = absence.until();
            }
        }
        return calendar.plus(at, left);
    }

    private static List<Absence> merged(List<Absence> absences) {
        List<Absence> out = new ArrayList<>();
        for (Absence next :
                absences.stream().sorted(Comparator.comparing(Absence::from)).toList()) {
            Absence last = out.isEmpty() ? null : out.getLast();
            if (last != null && !next.from().isAfter(last.until())) {
                out.set(
                        out.size() - 1,
                        new Absence(last.from(), later(last.until(), next.until())));
            } else {
                out.add(next);
            }
        }
        return List.copyOf(out);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
