package io.fraywatch.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How much a correspondence looks like one with a client, as a number and in words.
record Worth(Correspondence mail, Instant asOf, ZoneId zone) {
    /// 0 to 100. Mail both ways carries it; traffic one way is worth nothing, whatever else speaks
    /// for it.
    int score() {
        int both = Math.min(mail.in(), mail.out());
        if (both == 0) {
            return 0;
        }
        double score = Math.min(50, 18 * log2(1 + both));
        score += Math.min(15, 5 * log2(1 + mail.exchanges()));
        score += recency();
        score += mail.begun() > 0 ? 10 : 0;
        score += 10.0 * mail.asking() / mail.in();
        score -= 40.0 * mail.automatic() / (mail.automatic() + mail.in());
        score -= mail.desksOnly() ? 25 : 0;
        return Math.clamp(Math.round(score), 0, 100);
    }

    private double recency() {
        long days = daysSinceLast();
        return days <= 30 ? 15 : days <= 90 ? 10 : days <= 365 ? 0 : -15;
    }

    private long daysSinceLast() {
        return mail.last()
                .map(last -> Duration.between(last, asOf).toDays())
                .orElse(Long.MAX_VALUE);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /// Such as `31 mails both ways since March, last one 3 days ago; asks you things`.
    String reason() {
        int all = mail.in() + mail.out();
        if (all == 0) {
            return "no mail yet";
        }
        List<String> parts = new ArrayList<>();
        parts.add(
                count(all)
                        + ways()
                        + mail.first().map(first -> since(first, all)).orElse("")
                        + mail.last().map(last -> ", last one " + ago(last)).orElse(""));
        if (mail.asking() > 0 && mail.out() > 0) {
            parts.add("asks you things");
        }
        if (mail.in() > 0 && mail.begun() == 0) {
            parts.add("you begin the conversations");
        }
        if (mail.automatic() > mail.in()) {
            parts.add("mostly newsletters and receipts besides");
        }
        if (mail.in() > 0 && mail.desksOnly()) {
            parts.add("answers come from a desk, not a person");
        }
        return String.join("; ", parts);
    }

    private String ways() {
        if (mail.out() == 0) {
            return " from them, none from you";
        }
        return mail.in() == 0 ? " from you, none from them" : " both ways";
    }

    private static String count(int mails) {
        return mails == 1 ? "1 mail" : mails + " mails";
    }

    private String since(Instant first, int all) {
        LocalDate day = first.atZone(zone).toLocalDate();
        LocalDate today = asOf.atZone(zone).toLocalDate();
        if (all == 1 || ChronoUnit.DAYS.between(day, today) < 14) {
            return "";
        }
        String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        boolean unclear = ChronoUnit.MONTHS.between(day, today) >= 11;
        return " since " + month + (unclear ? " " + day.getYear() : "");
    }

    private String ago(Instant instant) {
        long days =
                ChronoUnit.DAYS.between(
                        instant.atZone(zone).toLocalDate(), asOf.atZone(zone).toLocalDate());
        if (days <= 1) {
            return days <= 0 ? "today" : "yesterday";
        }
        return days < 60
                ? days + " days ago"
                : days < 730 ? days / 30 + " months ago" : days / 365 + " years ago";
    }
}
