package io.fraywatch.eval;

import io.fraywatch.mail.MessageKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A hand-made mail of `kinds-handmade.txt` with what it is and when its author is back.
///
/// @param line which one it is, from 1; rules were widened on the odd ones only
record HandmadeMail(
        int line,
        OffsetDateTime sent,
        String headers,
        MessageKind kind,
        Optional<LocalDate> back,
        String subject,
        String text) {
    static List<HandmadeMail> all() throws IOException {
        List<HandmadeMail> all = new ArrayList<>();
        for (String line : lines("kinds-handmade.txt")) {
            all.add(of(all.size() + 1, line.split(" \\| ", 6)));
        }
        return all;
    }

    /// The lines of one of our lists that aren't remarks.
    static List<String> lines(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HandmadeMail.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    static HandmadeMail of(int number, String[] column) {
        return new HandmadeMail(
                number,
                OffsetDateTime.parse(column[0]),
                column[1],
                kind(column[2]),
                column[3].equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(column[3])),
                column[4],
                column[5].replace("\\n", "\n"));
    }

    static MessageKind kind(String key) {
        for (MessageKind kind : MessageKind.values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("'" + key + "' is no kind of mail");
    }

    /// Whether rules were widened on it.
    boolean tuned() {
        return line % 2 == 1;
    }

    byte[] raw() {
        String date = sent.format(DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
        return ("From: Ann Smith <ann@client.example>\n"
                        + "To: Dana Reyes <dana@us.example>\n"
                        + "Date: "
                        + date
                        + "\nMessage-ID: <"
                        + line
                        + "@client.example>\n"
                        + "Subject: "
                        + subject
                        + "\nMIME-Version: 1.0\n"
                        + "Content-Type: text/plain; charset=utf-8\n"
                        + "Content-Transfer-Encoding: 8bit\n"
                        + headerLines()
                        + "\n"
                        + text
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String headerLines() {
        return switch (headers) {
            case "auto" -> "Auto-Submitted: auto-replied\n" + answering();
            case "gmail" ->
                    "Precedence: bulk\nX-Autoreply: yes\nAuto-Submitted: auto-replied\n"
                            + answering();
            case "exchange" ->
                    "Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\n" + answering();
            case "reply" -> answering();
            case "no" -> "Auto-Submitted: no\n";
            case "suppress" -> "X-Auto-Response-Suppress: DR, OOF, AutoReply\n";
            case "-" -> "";
            default -> throw new IllegalArgumentException("unknown headers '" + headers + "'");
        };
    }

    private static String answering() {
        return "In-Reply-To: <asked@us.example>\nReferences: <asked@us.example>\n";
    }
}
