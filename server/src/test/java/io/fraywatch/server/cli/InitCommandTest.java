package io.fraywatch.server.cli;

import static io.fraywatch.server.cli.Typed.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.server.cli.Typed.Ran;
import io.fraywatch.server.config.AccountSettings;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.config.Tls;
import io.fraywatch.server.demo.SampleMailbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `init` asks, and what it writes.
final class InitCommandTest {
    @TempDir private static Path mailbox;

    @TempDir private Path folder;

    @BeforeAll
    static void write() throws Exception {
        SampleMailbox.write(mailbox, LocalDate.parse("2026-11-20"));
    }

    @Test
    void initWritesAConfigurationAndKeepsWhatIsThere() throws Exception {
        Path file = folder.resolve("fraywatch.yml");
        Ran ran =
                run(
                        "",
                        "init",
                        "--config",
                        file.toString(),
                        "--address",
                        "dana@reyes-va.example",
                        "--kind",
                        "maildir",
                        "--path",
                        mailbox.toString());
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("INBOX");
        assertThat(SettingsFile.read(file).settings().accounts().getFirst().me())
                .containsExactly("dana@reyes-va.example");
        assertThat(
                        run("", "init", "--config", file.toString(), "--address", "x@y.example")
                                .status())
                .isEqualTo(2);
    }

    private Ran initOnDemo(Path file, String typed) {
        return run(
                typed,
                "init",
                "--config",
                file.toString(),
                "--kind",
                "maildir",
                "--path",
                mailbox.toString());
    }

    @Test
    void initOffersWhoMayBeAClientByTheMail() throws Exception {
        Path file = folder.resolve("fraywatch.yml");
        Ran ran = initOnDemo(file, "dana@reyes-va.example\ny\n1-2\n");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("They may be clients, too", "both ways", "Next: ");
        assertThat(SettingsFile.read(file).settings().clients()).hasSize(2);
    }

    @Test
    void initReadsNoMailUnlessTheUserAgrees() throws Exception {
        Path file = folder.resolve("fraywatch.yml");
        Ran ran = initOnDemo(file, "dana@reyes-va.example\nn\n");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Next: `fraywatch sync`");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void initAsksAndKeepsThePasswordForItselfAlone() throws Exception {
        Path file = folder.resolve("fraywatch.yml");
        Ran ran =
                run(
                        "dana@gmail.com\n\n\nhunter2\n",
                        "init",
                        "--no-test",
                        "--config",
                        file.toString());
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(Files.readString(file)).contains("imap.gmail.com").doesNotContain("hunter2");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("mail.password"))))
                .isEqualTo("rw-------");
        assertThat(ran.out() + ran.err()).doesNotContain("hunter2");
    }

    /// The account that `init` writes for what is typed, its mailbox untried.
    private AccountSettings typed(String in, String... more) throws Exception {
        Path file = folder.resolve("fraywatch.yml");
        String[] args = new String[4 + more.length];
        args[0] = "init";
        args[1] = "--no-test";
        args[2] = "--config";
        args[3] = file.toString();
        System.arraycopy(more, 0, args, 4, more.length);
        Ran ran = run(in, args);
        assertThat(ran.status()).as(ran.err()).isZero();
        return SettingsFile.read(file).settings().accounts().getFirst();
    }

    @Test
    void aKnownProviderNeedsTheAddressAndThePasswordOnly() throws Exception {
        AccountSettings account = typed("Dana@Posteo.de\nhunter2\n");
        assertThat(account.host()).contains("posteo.de");
        assertThat(account.portOrDefault()).isEqualTo(993);
        assertThat(account.tlsOrDefault()).isEqualTo(Tls.IMPLICIT);
        assertThat(account.username()).contains("Dana@Posteo.de");
        assertThat(Files.readString(folder.resolve("mail.password"))).isEqualTo("hunter2\n");
    }

    @Test
    void whoNeedsAnAppPasswordIsToldWhereToMakeIt() {
        Ran ran =
                run(
                        "dana@gmail.com\nhunter2\n",
                        "init",
                        "--no-test",
                        "--config",
                        folder.resolve("fraywatch.yml").toString());
        assertThat(ran.err()).contains("app password", "https://myaccount.google.com/apppasswords");
    }

    @Test
    void iCloudIsLoggedInToByTheLocalPart() throws Exception {
        AccountSettings account = typed("dana.reyes@icloud.com\nhunter2\n");
        assertThat(account.host()).contains("imap.mail.me.com");
        assertThat(account.username()).contains("dana.reyes");
    }

    @Test
    void anUnknownDomainIsAskedForItsServerWithAGuess() throws Exception {
        AccountSettings account = typed("dana@reyes-va.example\n\n\nhunter2\n");
        assertThat(account.host()).contains("imap.reyes-va.example");
    }

    @Test
    void anUnknownDomainMayNameWhoHostsIt() throws Exception {
        AccountSettings account = typed("dana@reyes-va.example\nhetzner\nhunter2\n");
        assertThat(account.host()).contains("mail.your-server.de");
        assertThat(account.username()).contains("dana@reyes-va.example");
    }

    @Test
    void microsoftIsLoggedInToInTheBrowser() throws Exception {
        AccountSettings account = typed("dana@outlook.com\n0123-abcd\n");
        assertThat(account.host()).contains("outlook.office365.com");
        assertThat(account.oauth().orElseThrow().clientId()).isEqualTo("0123-abcd");
        assertThat(account.passwordFile()).isEmpty();
        assertThat(folder.resolve("mail.password")).doesNotExist();
    }

    @Test
    void protonIsReadThroughItsBridge() throws Exception {
        AccountSettings account = typed("dana@proton.me\nhunter2\n");
        assertThat(account.host()).contains("127.0.0.1");
        assertThat(account.port()).contains(1143);
        assertThat(account.tlsOrDefault()).isEqualTo(Tls.STARTTLS);
    }

    @Test
    void whoLetsNobodyReadTheMailIsSaidToBeClosed() {
        Path file = folder.resolve("fraywatch.yml");
        Ran ran = run("dana@tuta.com\n", "init", "--config", file.toString());
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("Tuta lets no other program read its mail");
        assertThat(file).doesNotExist();
    }

    @Test
    void aServerGivenAsAnOptionWinsOverTheTable() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        AccountSettings account =
                typed(
                        "",
                        "--address",
                        "dana@outlook.com",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "1430",
                        "--tls",
                        "none",
                        "--password-file",
                        secret.toString());
        assertThat(account.host()).contains("127.0.0.1");
        assertThat(account.port()).contains(1430);
        assertThat(account.passwordFile()).contains(secret.toString());
    }
}
