package io.fraywatch.eval;

import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Calendars of other suites, each sent in a mail of ours: those whose `METHOD` asks or answers are
/// calendar mail, the others attachments.
final class CalendarMails {
    private static final String PACK = "5-auto-bounce/calendar-ics";
    private static final Set<String> METHODS =
            Set.of("REQUEST", "REPLY", "CANCEL", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD");

    private CalendarMails() {}

    static List<Figure> figures(Corpora corpora) throws IOException {
        MailParser parser = new MailParser();
        int right = 0;
        int all = 0;
        for (Path file : corpora.files(PACK)) {
            if (file.toString().endsWith(".ics")) {
                byte[] calendar = Files.readAllBytes(file);
                ParsedMail mail = parser.parse(mail(calendar));
                boolean invites = METHODS.contains(method(calendar));
                all++;
                if (invites == (mail.kind() == MessageKind.CALENDAR)) {
                    right++;
                } else {
                    Measure.miss("calendar " + mail.kind() + " " + file.getFileName());
                }
            }
        }
        return List.of(
                Figure.atLeast(
                        "calendar: told from attachments",
                        "calendars in hand-made mails, " + all + " mails",
                        Figure.share(right, all),
                        .97));
    }

    private static String method(byte[] calendar) {
        return new String(calendar, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .replace("\n ", "")
                .toUpperCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("METHOD:"))
                .map(line -> line.substring("METHOD:".length()).strip())
                .findFirst()
                .orElse("");
    }

    private static byte[] mail(byte[] calendar) {
        String head =
                """
                From: ann@client.example
                To: dana@us.example
                Subject: Review
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="=_cal"

                --=_cal
                Content-Type: text/plain

                Please see below.

                --=_cal
                Content-Type: text/calendar; charset=utf-8
                Content-Transfer-Encoding: 8bit

                """;
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] end = "\n--=_cal--\n".getBytes(StandardCharsets.UTF_8);
        byte[] mail = new byte[start.length + calendar.length + end.length];
        System.arraycopy(start, 0, mail, 0, start.length);
        System.arraycopy(calendar, 0, mail, start.length, calendar.length);
        System.arraycopy(end, 0, mail, start.length + calendar.length, end.length);
        return mail;
    }
}
