package io.fraywatch.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The half of the hand-made notes that rules were widened on; the other half is only measured.
class HandmadeMailTest {
    static List<HandmadeMail> tuned() throws IOException {
        return HandmadeMail.all().stream().filter(HandmadeMail::tuned).toList();
    }

    @ParameterizedTest
    @MethodSource("tuned")
    void isUnderstood(HandmadeMail note) {
        ParsedMail mail = new MailParser().parse(note.raw());
        assertThat(mail.kind()).isEqualTo(note.kind());
        assertThat(mail.returnDate()).isEqualTo(note.back());
    }
}
