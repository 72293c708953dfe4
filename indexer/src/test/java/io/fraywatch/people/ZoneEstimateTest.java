package io.fraywatch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneEstimateTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    /// A mail every few days at noon, over so many months up to now.
    private static List<OffsetDateTime> mails(String zone, int months) {
        List<OffsetDateTime> dates = new ArrayList<>();
        LocalDate last = LocalDate.of(2026, 10, 28);
        for (LocalDate day = last.minusMonths(months); day.isBefore(last); day = day.plusDays(5)) {
            dates.add(day.atTime(LocalTime.NOON).atZone(ZoneId.of(zone)).toOffsetDateTime());
        }
        return dates;
    }

    private static Optional<String> zone(List<OffsetDateTime> dates, String domain) {
        return ZoneEstimate.of(dates, domain, NOW).map(estimate -> estimate.zone().getId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "America/Chicago",
                "America/Phoenix",
                "America/Los_Angeles",
                "Europe/London",
                "Europe/Paris",
                "Africa/Johannesburg",
                "Asia/Kolkata",
                "Australia/Brisbane",
                "Australia/Sydney",
                "America/Sao_Paulo"
            })
    void tellsZonesApartByTheirClocksOverAYear(String zone) {
        assertThat(zone(mails(zone, 12), "harborlane.example")).contains(zone);
    }

    @Test
    void takesTheCountryIntoAccountWhileClocksAgree() {
        assertThat(zone(mails("Africa/Johannesburg", 5), "harborlane.co.za"))
                .contains("Africa/Johannesburg");
        assertThat(zone(mails("Europe/Paris", 5), "harborlane.de")).contains("Europe/Paris");
    }

    @Test
    void isLessSureOfAFewSummerMails() {
        assertThat(ZoneEstimate.of(mails("America/Phoenix", 3), "x.example", NOW))
                .hasValueSatisfying(e -> assertThat(e.certainty()).isLessThan(0.95));
        assertThat(ZoneEstimate.of(mails("America/Chicago", 12), "x.example", NOW))
                .hasValueSatisfying(e -> assertThat(e.certainty()).isGreaterThan(0.95));
    }

    @Test
    void overlooksServersAndTripsAbroad() {
        List<OffsetDateTime> dates = mails("America/Chicago", 12);
        for (int i = 0; i < 40; i++) {
            dates.add(Instant.parse("2026-07-01T12:00:00Z").atOffset(ZoneOffset.UTC));
        }
        dates.addAll(mails("Europe/Paris", 12).subList(70, 72));
        assertThat(zone(dates, "")).contains("America/Chicago");
    }

    @Test
    void doesNotTakeAServerForLondon() {
        List<OffsetDateTime> dates = new ArrayList<>();
        for (OffsetDateTime date : mails("Europe/London", 12)) {
            dates.add(date.withOffsetSameInstant(ZoneOffset.UTC));
        }
        assertThat(zone(dates, "harborlane.example")).isEmpty();
    }

    @Test
    void takesWinterMailFromBritainForBritish() {
        List<OffsetDateTime> winter = new ArrayList<>();
        for (int day = 1; day <= 20; day++) {
            winter.add(OffsetDateTime.of(2026, 1, day, 12, 0, 0, 0, ZoneOffset.UTC));
        }
        assertThat(zone(winter, "harborlane.co.uk")).contains("Europe/London");
        assertThat(zone(winter, "harborlane.example")).isEmpty();
    }

    @Test
    void followsWhoMoves() {
        List<OffsetDateTime> dates = new ArrayList<>();
        for (OffsetDateTime date : mails("Europe/Paris", 36)) {
            boolean moved = date.toInstant().isAfter(Instant.parse("2025-12-01T00:00:00Z"));
            dates.add(
                    moved
                            ? date.atZoneSameInstant(ZoneId.of("America/Denver")).toOffsetDateTime()
                            : date);
        }
        assertThat(zone(dates, "")).contains("America/Denver");
    }

    @Test
    void saysNothingOnTooFewMails() {
        assertThat(zone(mails("Europe/Paris", 12).subList(0, 2), "")).isEmpty();
    }

    @Test
    void saysNothingOfWhoIsEverywhere() {
        List<OffsetDateTime> dates = new ArrayList<>();
        for (String zone :
                List.of("Asia/Tokyo", "Europe/Paris", "America/Denver", "Asia/Kolkata")) {
            dates.addAll(mails(zone, 6));
        }
        assertThat(zone(dates, "")).isEmpty();
    }

    @Test
    void laterMailDoesNotCount() {
        List<OffsetDateTime> dates = mails("Europe/Paris", 12);
        Instant early = Instant.parse("2026-05-01T00:00:00Z");
        List<OffsetDateTime> more = new ArrayList<>(dates);
        dates.forEach(date -> {
            if (date.toInstant().isAfter(early)) {
                more.add(date.withOffsetSameInstant(ZoneOffset.ofHours(9)));
            }
        });
        assertThat(ZoneEstimate.of(more, "", early)).isEqualTo(ZoneEstimate.of(dates, "", early));
    }
}
