package io.fraywatch.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsFileTest {
    private static final String GOOD =
            """
            zone: America/New_York
            accounts:
              - name: work
                kind: imap
                host: imap.example.com
                passwordFile: work.password
                me: [dana@reyes-va.example]
                team: [reyes-va.example]
            clients:
              - id: harborlane
                domains: [harborlane.example]
            digest:
              to: dana@reyes-va.example
            smtp:
              host: smtp.example.com
              from: dana@reyes-va.example
            """;

    @TempDir private Path folder;

    @Test
    void aShortFileGetsTheDefaults() throws Exception {
        SettingsFile file = SettingsFile.read(write(GOOD));
        Settings settings = file.settings();
        AccountSettings account = settings.accounts().getFirst();
        assertThat(account.portOrDefault()).isEqualTo(993);
        assertThat(account.tlsOrDefault()).isEqualTo(Tls.IMPLICIT);
        assertThat(account.usernameOrDefault()).isEqualTo("dana@reyes-va.example");
        assertThat(settings.zone()).contains(ZoneId.of("America/New_York"));
        assertThat(settings.clientsFromMail()).isEmpty();
        assertThat(settings.server()).isEmpty();
        assertThat(settings.logging()).isEmpty();
        assertThat(settings.digestOrDefault().time()).isEqualTo(LocalTime.of(7, 0));
        assertThat(settings.digestOrDefault().daysOfWeek()).hasSize(5);
        assertThat(settings.smtp().orElseThrow().portOrDefault()).isEqualTo(587);
        assertThat(settings.clients().getFirst().client().name()).isEqualTo("harborlane");
    }

    @Test
    void relativePathsStartAtTheFile() throws Exception {
        SettingsFile file = SettingsFile.read(write(GOOD));
        assertThat(file.dataDir()).isEqualTo(folder.resolve("data"));
        assertThat(file.resolve("../elsewhere")).isEqualTo(folder.resolveSibling("elsewhere"));
        assertThat(file.resolve("/srv/mail")).isEqualTo(Path.of("/srv/mail"));
    }

    static List<Arguments> mistakes() {
        return List.of(
                arguments("misspelt key", "host: imap", "hots: imap", 5, "did you mean 'host'?"),
                arguments("misspelt key at the top", "zone:", "zon:", 1, "did you mean 'zone'?"),
                arguments(
                        "key like no other",
                        "to: dana",
                        "xyzzy: dana",
                        13,
                        "the keys known here are at, days, to"),
                arguments(
                        "word for a number",
                        "kind:",
                        "port: many\n    kind:",
                        4,
                        "'port' must be a whole number"),
                arguments(
                        "number in quotes",
                        "kind:",
                        "port: \"993\"\n    kind:",
                        4,
                        "a whole number"),
                arguments(
                        "fraction for a whole number",
                        "kind:",
                        "port: 99.3\n    kind:",
                        4,
                        "a whole number"),
                arguments(
                        "port out of range",
                        "kind:",
                        "port: 70000\n    kind:",
                        4,
                        "between 1 and 65535"),
                arguments(
                        "text for a list",
                        "team: [reyes-va.example]",
                        "team: x.example",
                        8,
                        "'team' must be a list"),
                arguments(
                        "group for a text",
                        "host: imap.example.com",
                        "host: {a: b}",
                        5,
                        "'host' must be a single word"),
                arguments(
                        "text for a group",
                        "digest:\n  to: dana@reyes-va.example\n",
                        "digest: daily\n",
                        12,
                        "a group of keys"),
                arguments(
                        "unknown kind",
                        "kind: imap",
                        "kind: exchange",
                        4,
                        "one of imap, gmail, maildir, mbox"),
                arguments("unknown zone", "New_York", "New_Yrk", 1, "isn't a time zone"),
                arguments(
                        "unknown day",
                        "  to: dana",
                        "  days: [mon, fryday]\n  to: dana",
                        13,
                        "one of mon, tue"),
                arguments(
                        "impossible time",
                        "  to: dana",
                        "  at: \"25:00\"\n  to: dana",
                        13,
                        "isn't a time of day"),
                arguments(
                        "domain with an @",
                        "[harborlane.example]",
                        "['@harborlane.example']",
                        11,
                        "isn't a mail domain"),
                arguments(
                        "web page for a domain",
                        "[harborlane.ex",
                        "['https://h.example', harborlane.ex",
                        11,
                        "isn't a mail domain"),
                arguments(
                        "address without a domain",
                        "me: [",
                        "me: [dana, ",
                        7,
                        "isn't a mail address"),
                arguments(
                        "secret in the file",
                        "passwordFile: work.password",
                        "password: hunter2",
                        6,
                        "put it alone into a file"),
                arguments(
                        "no secret named",
                        "    passwordFile: work.password\n",
                        "",
                        5,
                        "no password is named"),
                arguments(
                        "two secrets named",
                        "    me:",
                        "    passwordEnv: X\n    me:",
                        6,
                        "keep one"),
                arguments("no host", "    host: imap.example.com\n", "", 3, "'host' is missing"),
                arguments(
                        "nobody is me",
                        "me: [dana@reyes-va.example]",
                        "me: []",
                        7,
                        "list your own addresses"),
                arguments(
                        "password in the clear",
                        "    kind:",
                        "    tls: none\n    kind:",
                        4,
                        "in the clear"),
                arguments(
                        "account name with a slash",
                        "name: work",
                        "name: ../work",
                        3,
                        "must be 1 to 64 letters"),
                arguments(
                        "client id with a space",
                        "id: harborlane",
                        "id: harbor lane",
                        10,
                        "white space"),
                arguments(
                        "client without addresses",
                        "    domains: [harborlane.example]\n",
                        "",
                        10,
                        "neither domains nor addresses"),
                arguments(
                        "smtp without a sender",
                        "  from: dana@reyes-va.example\n",
                        "",
                        14,
                        "'from' is missing"),
                arguments(
                        "login without a password",
                        "  from:",
                        "  username: dana\n  from:",
                        16,
                        "no password"),
                arguments(
                        "no mailbox",
                        GOOD.substring(GOOD.indexOf("accounts:"), GOOD.indexOf("clients:")),
                        "",
                        1,
                        "there is no mailbox"),
                arguments(
                        "syncing all the time",
                        "zone:",
                        "syncEveryMinutes: 0\nzone:",
                        1,
                        "between 1 and 1440"),
                arguments(
                        "a key twice",
                        "digest:",
                        "zone: Europe/Berlin\ndigest:",
                        12,
                        "stands in line 1 already"),
                arguments("broken YAML", "kind: imap", "kind: [imap", 5, "this isn't YAML"),
                arguments(
                        "two accounts of one name",
                        "clients:",
                        "  - {name: work, kind: maildir, path: x, me: [a@b.example]}\nclients:",
                        9,
                        "two accounts with the name 'work'"),
                arguments(
                        "two clients of one id",
                        "digest:",
                        "  - {id: harborlane, domains: [x.example]}\ndigest:",
                        12,
                        "two clients with the id 'harborlane'"),
                arguments(
                        "two clients of one domain",
                        "digest:",
                        "  - {id: other, domains: [harborlane.example]}\ndigest:",
                        12,
                        "belongs to client 'harborlane' already"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void saysInWhichLineWhatIsWrong(String what, String good, String bad, int line, String said)
            throws IOException {
        assertThat(GOOD).as(what).contains(good);
        refused(GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)), line, said);
    }

    @Test
    void yamlBombsAreRefused() throws IOException {
        refused("", 1, "the file is empty");
        refused("a: &a [x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n", 2, "aliases");
        refused("a: " + "[".repeat(5_000) + "]".repeat(5_000), 0, "refused");
        refused("a: \"" + "x".repeat(1_100_000) + "\"", 0, "larger than 1 MiB");
    }

    @Test
    void aMissingFileSaysHowToWriteOne() {
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yml")))
                .hasMessageContaining("fraywatch init");
    }

    @Test
    void aSecretMustBeThereAndOnlyForUs() throws Exception {
        SettingsFile file = SettingsFile.read(write(GOOD));
        assertThatThrownBy(file::checkSecrets)
                .hasMessageContaining("fraywatch.yml:6")
                .hasMessageContaining("doesn't exist");
        Path secret = folder.resolve("work.password");
        Files.writeString(secret, "hunter2\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(file::checkSecrets)
                .hasMessageContaining("fraywatch.yml:6")
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("hunter2");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        file.checkSecrets();
    }

    @Test
    void theExampleIsRightAndNamesEveryKey() throws Exception {
        Path example = Path.of("../config/fraywatch.example.yml");
        Settings settings = SettingsFile.read(example).settings();
        assertThat(settings.accounts()).hasSize(1);
        String text = Files.readString(example);
        for (Class<?> section :
                List.of(
                        Settings.class,
                        AccountSettings.class,
                        ClientSettings.class,
                        DigestSection.class,
                        SmtpSection.class)) {
            for (var key : section.getRecordComponents()) {
                assertThat(text)
                        .as("key " + key.getName() + " of " + section.getSimpleName())
                        .containsPattern("\\b" + key.getName() + ":");
            }
        }
    }

    private void refused(String text, int line, String said) throws IOException {
        Path file = write(text);
        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file + (line > 0 ? ":" + line : "") + ": ")
                .hasMessageContaining(said);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("fraywatch.yml"), text);
    }
}
