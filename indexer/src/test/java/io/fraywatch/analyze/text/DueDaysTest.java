package io.fraywatch.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDaysTest {
    /// A Tuesday.
    private static final LocalDate WRITTEN = LocalDate.of(2026, 3, 3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I'll send it today.            | 2026-03-03",
                "You'll have it tonight.        | 2026-03-03",
                "I'll do it tomorrow evening.   | 2026-03-04",
                "It will be done by Fri.        | 2026-03-06",
                "I'll have it on Monday.        | 2026-03-09",
                "I'll have it next Thursday.    | 2026-03-12",
                "Ready next Tuesday.            | 2026-03-10",
                "By the 12th it's done.         | 2026-03-12",
                "By the 2nd it's done.          | 2026-04-02",
                "We publish on 5 January.       | 2027-01-05",
                "You get it March 20th.         | 2026-03-20",
                "You get it on the 4th of May.  | 2026-05-04",
                "Within 24 hours.               | 2026-03-04",
                "In two weeks you'll have it.   | 2026-03-17",
                "By the end of the week.        | 2026-03-06",
                "By the end of next week.       | 2026-03-13",
                "I'll do it over the weekend.   | 2026-03-08",
                "By the end of the month.       | 2026-03-31",
                "I called today, it's done Wed. | 2026-03-04"
            })
    void findsTheDay(String sentence, LocalDate day) {
        assertThat(DueDays.last(Tokens.of(sentence), WRITTEN)).contains(day);
    }

    @Test
    void findsNoneWhereNoneIsNamed() {
        for (String sentence :
                new String[] {
                    "I'll send it soon.",
                    "I'll send 12 copies.",
                    "We may change 40 pages.",
                    "Last week was busy."
                }) {
            assertThat(DueDays.last(Tokens.of(sentence), WRITTEN)).as(sentence).isEmpty();
        }
    }
}
