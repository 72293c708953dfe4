package io.fraywatch.thread;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Nature;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads the shared corpora, where they are, with no more than threading needs.
final class Corpus {
    private static final Path FOLDER = Path.of("../../shared/corpora");
    private static final Pattern ID = Pattern.compile("<([^<>\\s]+)>");
    private static final Pattern MAIL = Pattern.compile("^From .*\\d{4}.*\n", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("([\\w-]+):\\s*(.*)", Pattern.DOTALL);
    private static final Pattern FOLDED = Pattern.compile("\r?\n[ \t]+");
    private static final Pattern LINE = Pattern.compile("\r?\n");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()]+@[^\\s<>,;:\"()]+");

    private Corpus() {}

    /// The text of one file of a pack, unpacked by the system's tar or xz.
    static String read(String pack, String file) throws IOException {
        Path path = FOLDER.resolve(pack);
        assumeTrue(Files.exists(path), "the shared corpora aren't here");
        List<String> command =
                file.isEmpty()
                        ? List.of("xz", "-dc", path.toString())
                        : List.of("tar", "-xOf", path.toString(), file);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    static String plain(String file) throws IOException {
        assumeTrue(Files.exists(FOLDER.resolve(file)), "the shared corpora aren't here");
        return Files.readString(FOLDER.resolve(file));
    }

    /// The mails of an mbox, in its order; their ids tell their place.
    static List<Message> mbox(String text) {
        List<Message> mails = new ArrayList<>();
        for (String mail : MAIL.split(text, -1)) {
            if (!mail.isBlank()) {
                mails.add(message("n" + mails.size(), headers(mail)));
            }
        }
        return mails;
    }

    static Map<String, String> headers(String mail) {
        String block =
                LINE.splitAsStream(mail + "\n")
                        .takeWhile(line -> !line.isEmpty())
                        .reduce("", (a, b) -> a + "\n" + b);
        Map<String, String> headers = new HashMap<>();
        for (String line : LINE.split(FOLDED.matcher(block).replaceAll(" "), -1)) {
            var matcher = NAME.matcher(line);
            if (matcher.matches()) {
                headers.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2));
            }
        }
        return headers;
    }

    private static Message message(String id, Map<String, String> headers) {
        return message(
                id,
                ids(headers.getOrDefault("message-id", "")).stream().findFirst(),
                ids(headers.getOrDefault("in-reply-to", "")),
                ids(headers.getOrDefault("references", "")),
                decoded(headers.getOrDefault("subject", "")),
                addresses(headers.getOrDefault("from", "")),
                addresses(headers.getOrDefault("to", "") + "," + headers.getOrDefault("cc", "")),
                date(headers.getOrDefault("date", "")));
    }

    static Message message(
            String id,
            Optional<MessageId> messageId,
            List<MessageId> inReplyTo,
            List<MessageId> references,
            String subject,
            List<Address> from,
            List<Address> to,
            Instant sentAt) {
        Headers headers =
                new Headers(
                        messageId,
                        inReplyTo,
                        references,
                        Optional.empty(),
                        from.stream().findFirst(),
                        from,
                        to,
                        List.of(),
                        subject,
                        Optional.empty(),
                        List.of());
        return new Message(new MailId(id), sentAt, headers, Nature.PERSON, Direction.OTHER);
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }

    private static List<MessageId> ids(String header) {
        return ID.matcher(header).results().map(match -> new MessageId(match.group(1))).toList();
    }

    private static List<Address> addresses(String header) {
        return ADDRESS.matcher(header).results().map(MatchResult::group).map(Address::of).toList();
    }

    private static Instant date(String header) {
        try {
            String bare = Arrays.stream(header.split("\\(", 2)).findFirst().orElse("").strip();
            return OffsetDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /// A string of one flat JSON line, or empty.
    static Optional<String> text(String json, String key) {
        var matcher = Pattern.compile("\"" + key + "\": \"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static Instant instant(String json) {
        var matcher = Pattern.compile("\"date\": (\\d+)").matcher(json);
        return matcher.find()
                ? Instant.ofEpochSecond(Long.parseLong(matcher.group(1)))
                : Instant.EPOCH;
    }
}
