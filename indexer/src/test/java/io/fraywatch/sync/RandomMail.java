package io.fraywatch.sync;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Structure;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import io.fraywatch.store.StoredMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Mails that make trouble: loops, two mails of one Message-ID, references to mails that never
/// come, lost headers, shared subjects, quotes.
final class RandomMail {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> PEOPLE =
            List.of("ann@client.example", "bob@other.example", "cyd@third.example");
    private final Random random;
    private final int total;

    private RandomMail(Random random, int total) {
        this.random = random;
        this.total = total;
    }

    static List<StoredMail> some(Random random, int total) {
        RandomMail maker = new RandomMail(random, total);
        return IntStream.range(0, total).mapToObj(maker::mail).toList();
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private StoredMail mail(int number) {
        boolean tied = one(2);
        Headers headers =
                new Headers(
                        one(9) ? Optional.empty() : Optional.of(id(one(9) ? any() : number)),
                        tied && one(2) ? List.of(id(any())) : List.of(),
                        tied ? List.of(id(any()), id(any())) : List.of(),
                        Optional.empty(),
                        Optional.of(Address.of(person())),
                        List.of(Address.of(person())),
                        List.of(Address.of("me@us.example")),
                        one(3) ? List.of(Address.of(person())) : List.of(),
                        (one(3) ? "" : "Re: ") + "Poster number " + random.nextInt(3),
                        one(12) ? Optional.of("t" + random.nextInt(3)) : Optional.empty(),
                        List.of(),
                        one(12) ? Optional.of("o" + random.nextInt(3)) : Optional.empty());
        ParsedMail parsed =
                new ParsedMail(
                        headers, Nature.PERSON, body(number), List.of(), Structure.NONE, List.of());
        return new StoredMail(
                new MailId("m" + number),
                new Location("INBOX", "1:" + number),
                START.plus(Duration.ofHours(random.nextInt(40 * 24))),
                1_000,
                parsed,
                new byte[0]);
    }

    /// Now and then a number of which there is no mail.
    private int any() {
        return random.nextInt(total + total / 4 + 1);
    }

    private String person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private static MessageId id(int number) {
        return new MessageId(number + "@mail.example");
    }

    private Body body(int number) {
        String own = words(number);
        if (one(2)) {
            return Body.ofNewText(own);
        }
        String quote = words(any());
        List<Zone> zones = new ArrayList<>();
        zones.add(new Zone(ZoneType.NEW, 0, own.length()));
        zones.add(new Zone(ZoneType.QUOTE, own.length(), own.length() + quote.length()));
        return new Body(own + quote, zones);
    }

    private static String words(int number) {
        Random words = new Random(number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append("word").append(words.nextInt(10_000)).append(' ');
        }
        return text.append('\n').toString();
    }
}
