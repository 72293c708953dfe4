package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.people.Habits;
import io.fraywatch.people.Whereabouts;
import io.fraywatch.people.ZoneEstimate;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where and when a client works, as waiting for them is reckoned.
///
/// @param zone by which it is reckoned; null where it is the user's own, for want of history
/// @param from where the zone is from: `configuration`, `mail` or `ours`
/// @param certainty of a zone told from mail, 0 to 1; else null
/// @param days on which they write (`mon` …); empty with too little history, when the user's count
/// @param mails how many mails of theirs there were by then
/// @param words the same for people
@JsonPropertyOrder({"zone", "from", "certainty", "days", "mails", "words"})
public record HoursJson(
        Optional<String> zone,
        String from,
        Optional<Double> certainty,
        List<String> days,
        int mails,
        String words) {
    static HoursJson of(Whereabouts where) {
        String source = where.configured().isPresent() ? "configuration" : "mail";
        return new HoursJson(
                where.zone().map(ZoneId::getId),
                where.zone().isPresent() ? source : "ours",
                where.estimate().map(ZoneEstimate::certainty),
                where.habits().map(Habits::days).stream()
                        .flatMap(days -> days.stream().sorted())
                        .map(HoursJson::key)
                        .toList(),
                where.mails(),
                where.words());
    }

    private static String key(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
