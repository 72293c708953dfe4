package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.fraywatch.eval.Corpora;
import io.fraywatch.mail.ParsedMail;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every mail of the packs of real mail is understood without an exception, within a second of CPU
/// and 64 MiB. The packs can't be part of the project; where they aren't, this is skipped.
class CorpusParseTest {
    private static final long MOST_NANOS = 1_000_000_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final MailParser parser = new MailParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-threads/notmuch-0.37-corpora",
                "1-threads/spamassassin-dev",
                "1-threads/usrp-users_2019-2021.maildir",
                "2-mime/cpython-3.11-test_email",
                "2-mime/gmime-3.2.13",
                "2-mime/kde-messagelib-22.12",
                "2-mime/kmime-22.12",
                "2-mime/mime4j-0.8.11-testmsgs",
                "2-mime/mu-testdata",
                "3-reply-zones/quagga-enron-annotated_all-train",
                "3-reply-zones/quagga-enron-annotated_all-eval",
                "3-reply-zones/talon-fixtures",
                "4-threading/imaptest-thread",
                "4-threading/mail-thread-perl-boxes",
                "5-auto-bounce/baunsu-emails",
                "5-auto-bounce/calendar-ics",
                "5-auto-bounce/sisimai-set-of-emails"
            })
    void check41UnderstandsEveryMail(String pack) throws IOException {
        Optional<Corpora> corpora = Corpora.find();
        assumeTrue(corpora.isPresent(), "the packs of real mail aren't here");
        assumeTrue(
                Files.exists(corpora.orElseThrow().file(pack + ".tar.xz")),
                () -> "there is no pack " + pack);
        List<Path> mails = corpora.orElseThrow().files(pack);
        assertThat(mails).isNotEmpty();
        for (Path mail : mails) {
            byte[] raw = Files.readAllBytes(mail);
            assertThat(MailFuzzer.coversAllWords(parsedWithinBounds(mail, raw).body()))
                    .as("all words of %s lie in zones", mail.getFileName())
                    .isTrue();
            assertThat(RawIdentity.of(raw).value()).hasSize(32);
        }
    }

    private ParsedMail parsedWithinBounds(Path mail, byte[] raw) {
        long cpu = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        ParsedMail parsed = parser.parse(raw);
        assertThat(threads.getCurrentThreadAllocatedBytes() - bytes)
                .as("bytes allocated for %s", mail)
                .isLessThan(MOST_BYTES);
        assertThat(threads.getCurrentThreadCpuTime() - cpu)
                .as("nanoseconds of CPU for %s", mail)
                .isLessThan(MOST_NANOS);
        return parsed;
    }
}
