package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every mail of the packs of real mail is understood without an exception. The packs can't be part
/// of the project; where they aren't, this is skipped.
class CorpusParseTest {
    private static final Path CORPORA = Path.of("../../shared/corpora");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-threads/notmuch-0.37-corpora",
                "1-threads/spamassassin-dev",
                "2-mime/cpython-3.11-test_email",
                "2-mime/gmime-3.2.13",
                "2-mime/kde-messagelib-22.12",
                "2-mime/kmime-22.12",
                "2-mime/mime4j-0.8.11-testmsgs",
                "2-mime/mu-testdata",
                "3-reply-zones/quagga-enron-annotated_all-train",
                "3-reply-zones/talon-fixtures",
                "4-threading/imaptest-thread",
                "4-threading/mail-thread-perl-boxes",
                "5-auto-bounce/baunsu-emails",
                "5-auto-bounce/calendar-ics",
                "5-auto-bounce/sisimai-set-of-emails"
            })
    void understandsEveryMail(String pack, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path archive = CORPORA.resolve(pack + ".tar.xz");
        assumeTrue(Files.exists(archive), () -> "no packs of real mail at " + CORPORA);
        unpack(archive, folder);
        MailParser parser = new MailParser();
        List<Path> mails;
        try (Stream<Path> files = Files.walk(folder)) {
            mails = files.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(mails).isNotEmpty();
        for (Path mail : mails) {
            byte[] raw = Files.readAllBytes(mail);
            assertZonesCoverTheText(mail, parser.parse(raw));
            assertThat(RawIdentity.of(raw).value()).hasSize(32);
        }
    }

    private static void assertZonesCoverTheText(Path mail, ParsedMail parsed) {
        StringBuilder outside = new StringBuilder(parsed.body().text());
        for (Zone zone : parsed.body().zones().reversed()) {
            outside.delete(zone.start(), zone.end());
        }
        assertThat(
                        outside.chars()
                                .allMatch(
                                        c -> Character.isWhitespace(c) || Character.isSpaceChar(c)))
                .as("text of %s outside its zones is blank", mail.getFileName())
                .isTrue();
    }

    private static void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Process tar =
                new ProcessBuilder(
                                "tar",
                                "-xJf",
                                archive.toAbsolutePath().toString(),
                                "-C",
                                folder.toString())
                        .inheritIO()
                        .start();
        assertThat(tar.waitFor()).as("tar's exit status on %s", archive).isZero();
    }
}
