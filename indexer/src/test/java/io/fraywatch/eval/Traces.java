package io.fraywatch.eval;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import io.fraywatch.people.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads the headers of a pack as traces. A conversation is whatever has the same first reference.
final class Traces {
    private static final int HEADER_BYTES = 64 << 10;

    private Traces() {}

    static List<Trace> of(List<Path> files, Identity us) throws IOException {
        MailParser parser = new MailParser();
        List<Trace> traces = new ArrayList<>();
        for (Path file : files) {
            byte[] raw = Files.readAllBytes(file);
            ParsedMail mail = parser.parse(raw.length > HEADER_BYTES ? head(raw) : raw);
            traces.add(trace(mail, us));
        }
        return traces;
    }

    private static byte[] head(byte[] raw) {
        return java.util.Arrays.copyOf(raw, HEADER_BYTES);
    }

    private static Trace trace(ParsedMail mail, Identity us) {
        Headers headers = mail.headers();
        List<Address> addressed =
                Stream.concat(headers.to().stream(), headers.cc().stream()).toList();
        return new Trace(
                root(headers),
                headers.date().map(OffsetDateTime::toInstant).orElse(Instant.EPOCH),
                headers.date(),
                headers.author(),
                headers.author().filter(us::isOurs).isPresent(),
                addressed.stream().anyMatch(us::isOurs),
                addressed.stream().filter(one -> !us.isOurs(one)).toList(),
                mail.kind(),
                false,
                mail.body().newText().contains("?"));
    }

    private static String root(Headers headers) {
        return headers.references().stream()
                .findFirst()
                .or(() -> headers.inReplyTo().stream().findFirst())
                .or(headers::messageId)
                .map(MessageId::value)
                .orElse("");
    }
}
