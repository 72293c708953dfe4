package io.fraywatch.sync;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Note;
import io.fraywatch.store.StoredMail;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Notes by hand on mails picked by chance, some days after them; half of them name a day.
final class RandomNotes {
    private RandomNotes() {}

    static List<Note> on(List<StoredMail> mails, int count, Random random) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> on(mails.get(random.nextInt(mails.size())), number, random))
                .toList();
    }

    private static Note on(StoredMail mail, int number, Random random) {
        LocalDate sent = mail.sentAt().atZone(GeneratedMailbox.ZONE).toLocalDate();
        return new Note(
                number,
                mail.id(),
                new ConversationId(0),
                mail.sentAt().plus(Duration.ofHours(random.nextInt(400))),
                "spoke by phone",
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(sent.plusDays(random.nextInt(90))));
    }
}
