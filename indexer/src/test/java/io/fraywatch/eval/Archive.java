package io.fraywatch.eval;

import io.fraywatch.mail.Direction;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Traces;
import io.fraywatch.parse.MailParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Real mails by the names of their files, read as the indexer reads them.
///
/// @param raw the mails as they lie in the pack
record Archive(Map<String, byte[]> raw) {
    private static final Pattern MBOX = Pattern.compile("(?m)^From .*\\d{4}[^\\n]*\\n");
    private static final Set<String> TIES = Set.of("in-reply-to", "references");
    private static final MailParser PARSER = new MailParser();

    /// @param name how a mail is called
    static Archive of(List<Path> files, Function<Path, String> name) throws IOException {
        Map<String, byte[]> raw = new TreeMap<>();
        for (Path file : files) {
            raw.put(name.apply(file), Files.readAllBytes(file));
        }
        return new Archive(raw);
    }

    /// The mails of an mbox in its order, called `n0`, `n1` and so on.
    static List<Message> mbox(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        List<Message> mails = new ArrayList<>();
        for (String mail : MBOX.split(text, -1)) {
            if (!mail.isBlank()) {
                mails.add(read("n" + mails.size(), mail.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return mails;
    }

    static Message read(String name, byte[] raw) {
        ParsedMail mail = PARSER.parse(raw);
        Instant sentAt = mail.headers().date().map(date -> date.toInstant()).orElse(Instant.EPOCH);
        return new Message(
                new MailId(name),
                sentAt,
                mail.headers(),
                mail.nature(),
                Direction.OTHER,
                Traces.of(mail.headers(), mail.body()));
    }

    /// All mails whole, by name.
    Map<String, Message> messages() {
        Map<String, Message> messages = new TreeMap<>();
        raw.forEach((name, mail) -> messages.put(name, read("n" + messages.size(), mail)));
        return messages;
    }

    /// All mails, of which a share has lost In-Reply-To and References.
    ///
    /// @param whole as [#messages] gives them
    Map<String, Message> robbed(Map<String, Message> whole, double share, long seed) {
        Random random = new Random(seed);
        Map<String, Message> robbed = new TreeMap<>();
        whole.forEach((name, message) -> {
            byte[] mail = raw.getOrDefault(name, new byte[0]);
            boolean loses = random.nextDouble() < share;
            robbed.put(name, loses ? read(message.id().value(), withoutTies(mail)) : message);
        });
        return robbed;
    }

    /// The mail without its In-Reply-To and References.
    static byte[] withoutTies(byte[] raw) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(raw.length);
        boolean header = true;
        boolean drop = false;
        for (int at = 0; at < raw.length; ) {
            int end = at;
            while (end < raw.length && raw[end] != '\n') {
                end++;
            }
            end = Math.min(raw.length, end + 1);
            if (header) {
                String line = new String(raw, at, end - at, StandardCharsets.ISO_8859_1);
                header = !line.isBlank();
                boolean folded = line.startsWith(" ") || line.startsWith("\t");
                drop = header && (folded ? drop : isTie(line));
            }
            if (!drop || !header) {
                kept.write(raw, at, end - at);
            }
            at = end;
        }
        return kept.toByteArray();
    }

    private static boolean isTie(String line) {
        int colon = line.indexOf(':');
        return colon > 0
                && TIES.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }
}
