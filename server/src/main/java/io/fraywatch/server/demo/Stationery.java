package io.fraywatch.server.demo;

import static io.fraywatch.server.demo.Letter.Trait.ACK;
import static io.fraywatch.server.demo.Letter.Trait.BOUNCE;
import static io.fraywatch.server.demo.Letter.Trait.BULK;
import static io.fraywatch.server.demo.Letter.Trait.HTML;
import static io.fraywatch.server.demo.Letter.Trait.INVITE;
import static io.fraywatch.server.demo.Letter.Trait.MOBILE;
import static io.fraywatch.server.demo.Letter.Trait.OOO;
import static io.fraywatch.server.demo.Letter.Trait.RECEIPT;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes letters as mails (RFC 5322): signed, quoting what they answer, in plain text or HTML,
/// with attachments.
final class Stationery {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd.HHmm", Locale.ROOT);
    private static final DateTimeFormatter QUOTED =
            DateTimeFormatter.ofPattern("EEE, MMM d, yyyy 'at' h:mm a", Locale.ENGLISH);
    private static final String BOUNDARY = "=_part_of_the_story";

    private final Workdays workdays;
    private final ZoneId zone;

    /// @param zone in which the story's times of day are
    Stationery(Workdays workdays, ZoneId zone) {
        this.workdays = workdays;
        this.zone = zone;
    }

    ZonedDateTime date(Letter letter) {
        return workdays.day(-letter.daysAgo()).atTime(letter.time()).atZone(zone);
    }

    /// @param earlier the letters of its conversation before it, oldest first
    byte[] write(Letter letter, List<Letter> earlier) {
        StringBuilder mail = new StringBuilder();
        if (letter.is(BOUNCE)) {
            mail.append("Return-Path: <>\n");
        }
        header(mail, "From", letter.from().toString());
        header(mail, "To", letter.to().toString());
        header(mail, "Subject", subject(letter));
        header(mail, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date(letter)));
        header(mail, "Message-ID", id(letter));
        if (!earlier.isEmpty()) {
            header(mail, "In-Reply-To", id(earlier.getLast()));
            header(
                    mail,
                    "References",
                    earlier.stream().map(this::id).collect(Collectors.joining(" ")));
        }
        machineHeaders(mail, letter);
        header(mail, "MIME-Version", "1.0");
        content(
                mail,
                letter,
                earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast()));
        return mail.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void header(StringBuilder mail, String name, String value) {
        mail.append(name).append(": ").append(value).append('\n');
    }

    private static String subject(Letter letter) {
        if (letter.is(OOO)) {
            return "Out of office: " + letter.subject();
        }
        if (letter.is(BOUNCE)) {
            return "Undelivered Mail Returned to Sender";
        }
        return letter.number() == 0 ? letter.subject() : "Re: " + letter.subject();
    }

    private String id(Letter letter) {
        String words = letter.subject().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return "<"
                + STAMP.format(date(letter))
                + "."
                + words
                + "."
                + letter.number()
                + "@"
                + letter.from().domain()
                + ">";
    }

    private static void machineHeaders(StringBuilder mail, Letter letter) {
        if (letter.is(OOO) || letter.is(ACK) || letter.is(BOUNCE)) {
            header(mail, "Auto-Submitted", "auto-replied");
        }
        if (letter.is(RECEIPT)) {
            header(mail, "Auto-Submitted", "auto-generated");
        }
        if (letter.is(BULK)) {
            header(mail, "Precedence", "bulk");
            header(mail, "List-Id", "<news." + letter.from().domain() + ">");
            header(mail, "List-Unsubscribe", "<mailto:leave@" + letter.from().domain() + ">");
        }
    }

    private void content(StringBuilder mail, Letter letter, Optional<Letter> answered) {
        String text = signed(letter) + quote(letter, answered);
        if (letter.is(HTML)) {
            multipart(
                    mail,
                    "alternative",
                    part("text/plain; charset=utf-8", text),
                    part("text/html; charset=utf-8", html(letter, answered)));
        } else if (letter.is(INVITE)) {
            multipart(
                    mail,
                    "alternative",
                    part("text/plain; charset=utf-8", text),
                    part("text/calendar; charset=utf-8; method=REQUEST", calendar(letter)));
        } else if (letter.is(BOUNCE)) {
            multipart(
                    mail,
                    "report; report-type=delivery-status",
                    part("text/plain; charset=utf-8", text),
                    part("message/delivery-status", deliveryStatus(answered)));
        } else if (!letter.attachments().isEmpty()) {
            String files =
                    letter.attachments().stream()
                            .map(Stationery::file)
                            .collect(Collectors.joining());
            multipart(mail, "mixed", part("text/plain; charset=utf-8", text), files);
        } else {
            mail.append(
                            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n")
                    .append(text);
        }
    }

    private static void multipart(StringBuilder mail, String kind, String first, String second) {
        mail.append("Content-Type: multipart/")
                .append(kind)
                .append("; boundary=\"")
                .append(BOUNDARY)
                .append("\"\n\n");
        mail.append(first).append(second).append("--").append(BOUNDARY).append("--\n");
    }

    private static String part(String type, String content) {
        return "--"
                + BOUNDARY
                + "\nContent-Type: "
                + type
                + "\nContent-Transfer-Encoding: 8bit\n\n"
                + content
                + "\n";
    }

    private static String file(String name) {
        String type =
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "pdf" -> "application/pdf";
                    case "csv" -> "text/csv";
                    default -> "application/octet-stream";
                };
        String bytes =
                Base64.getMimeEncoder()
                        .encodeToString(
                                ("sample content of " + name).getBytes(StandardCharsets.UTF_8));
        return "--"
                + BOUNDARY
                + "\nContent-Type: "
                + type
                + "\nContent-Disposition: attachment; filename=\""
                + name
                + "\"\nContent-Transfer-Encoding: base64\n\n"
                + bytes
                + "\n";
    }

    private String signed(Letter letter) {
        String text = workdays.fill(letter.text());
        if (letter.is(MOBILE)) {
            return text + "\n\nSent from my phone\n";
        }
        List<String> signature = letter.from().signature();
        boolean automatic =
                letter.is(OOO)
                        || letter.is(BULK)
                        || letter.is(ACK)
                        || letter.is(BOUNCE)
                        || letter.is(RECEIPT);
        return signature.isEmpty() || automatic
                ? text + "\n"
                : text
                        + "\n\n-- \n"
                        + letter.from().name()
                        + "\n"
                        + String.join("\n", signature)
                        + "\n";
    }

    private String quote(Letter letter, Optional<Letter> answered) {
        if (answered.isEmpty() || letter.is(OOO) || letter.is(ACK) || letter.is(BOUNCE)) {
            return "";
        }
        String quoted =
                workdays.fill(answered.get().text())
                        .lines()
                        .map(line -> "> " + line)
                        .collect(Collectors.joining("\n"));
        return "\n" + attribution(answered.get()) + "\n" + quoted + "\n";
    }

    private String attribution(Letter answered) {
        return "On " + QUOTED.format(date(answered)) + ", " + answered.from() + " wrote:";
    }

    private String html(Letter letter, Optional<Letter> answered) {
        StringBuilder html = new StringBuilder("<html><body><div style=\"font-family:Georgia\">\n");
        html.append(paragraphs(letter)).append("</div>\n");
        answered.ifPresent(before ->
                html.append("<div class=\"gmail_quote\"><div class=\"gmail_attr\">")
                        .append(escape(attribution(before)))
                        .append("</div><blockquote class=\"gmail_quote\">\n")
                        .append(paragraphs(before))
                        .append("</blockquote></div>\n"));
        return html.append("</body></html>").toString();
    }

    private String paragraphs(Letter letter) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : workdays.fill(letter.text()).split("\n\n", -1)) {
            html.append("<p>").append(escape(paragraph).replace("\n", "<br>\n")).append("</p>\n");
        }
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String calendar(Letter letter) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//story//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:"
                + STAMP.format(date(letter))
                + "\nSUMMARY:"
                + letter.subject()
                + "\nDTSTAMP:"
                + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).format(date(letter))
                + "\nORGANIZER:mailto:"
                + letter.from().address()
                + "\nATTENDEE:mailto:"
                + letter.to().address()
                + "\nEND:VEVENT\nEND:VCALENDAR";
    }

    private static String deliveryStatus(Optional<Letter> answered) {
        String lost = answered.map(letter -> letter.to().address()).orElse("somebody@gone.example");
        return "Reporting-MTA: dns; mx.reyes-va.example\n\nFinal-Recipient: rfc822; "
                + lost
                + "\nAction: failed\nStatus: 5.1.1";
    }
}
