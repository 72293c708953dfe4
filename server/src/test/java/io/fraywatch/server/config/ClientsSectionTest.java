package io.fraywatch.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientsSectionTest {
    private static final String ACCOUNTS =
            """
            # My own remark.
            accounts:
              - {name: old, kind: maildir, path: /home/dana/Maildir, me: [dana@reyes-va.example]}
            """;
    private static final Client HARBOR =
            client("harborlane", "Harbor Lane", Set.of("harborlane.example"), Set.of());
    private static final Client LOWELL =
            client("lowell", "Lowell: Wines", Set.of(), Set.of("b.lowell@gmail.com"));
    private static final String ADDED =
            """
              - id: harborlane
                name: Harbor Lane
                domains: [harborlane.example]
              - id: lowell
                name: 'Lowell: Wines'
                addresses: [b.lowell@gmail.com]
            """;

    @TempDir private Path folder;

    private static Client client(
            String id, String name, Set<String> domains, Set<String> addresses) {
        return new Client(
                new ClientId(id), name, domains, addresses, Optional.empty(), Optional.empty());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("fraywatch.yml"), text);
    }

    private String added(String text) throws IOException, SettingsException {
        Path file = file(text);
        ClientsSection.add(file, List.of(HARBOR, LOWELL));
        return Files.readString(file);
    }

    @Test
    void isMadeAtTheEndWhereThereIsNone() throws Exception {
        assertThat(added(ACCOUNTS)).isEqualTo(ACCOUNTS + "\nclients:\n" + ADDED);
    }

    @Test
    void isMadeBehindALastLineWithoutLineEnd() throws Exception {
        assertThat(added(ACCOUNTS.stripTrailing())).isEqualTo(ACCOUNTS + "\nclients:\n" + ADDED);
    }

    @Test
    void growsBehindItsLastEntryAndKeepsEveryRemark() throws Exception {
        String before =
                ACCOUNTS
                        + """
                        clients: # those who pay
                          # the first
                          - id: acme
                            domains:
                              - acme.example # all of it

                        # about everybody
                        clientsFromMail: false
                        """;
        assertThat(added(before))
                .isEqualTo(before.replace("# all of it\n", "# all of it\n" + ADDED));
    }

    @Test
    void growsAtTheIndentThatItHas() throws Exception {
        String before = ACCOUNTS + "clients:\n- id: acme\n  domains: [acme.example]\n";
        assertThat(added(before)).isEqualTo(before + ADDED.replace("\n  ", "\n").substring(2));
    }

    @Test
    void growsInTheBracketsWhereItIsWrittenInOneLine() throws Exception {
        String before = ACCOUNTS + "clients: [{id: acme, domains: [acme.example]}] # short\n";
        String after = added(before);
        assertThat(after)
                .startsWith(
                        ACCOUNTS
                                + "clients: [{id: acme, domains: [acme.example]}, { id: harborlane,"
                                + " name: Harbor Lane,")
                .endsWith("}] # short\n");
    }

    @Test
    void fillsAnEmptyOne() throws Exception {
        assertThat(added(ACCOUNTS + "clients: [] # none yet\nclientsFromMail: true\n"))
                .isEqualTo(ACCOUNTS + "clients:  # none yet\n" + ADDED + "clientsFromMail: true\n");
        assertThat(added(ACCOUNTS + "clients:\n# none yet\n"))
                .isEqualTo(ACCOUNTS + "clients:\n" + ADDED + "# none yet\n");
    }

    @Test
    void countsCharactersBeyondTheBasicPlane() throws Exception {
        String before =
                "# 🌸🌸🌸\n" + ACCOUNTS + "clients:\n  - id: acme\n    domains: [acme.example]\n";
        assertThat(added(before)).isEqualTo(before + ADDED);
    }

    @Test
    void keepsTheLineEndsOfWindows() throws Exception {
        String before = ACCOUNTS.replace("\n", "\r\n");
        assertThat(added(before))
                .isEqualTo((ACCOUNTS + "\nclients:\n" + ADDED).replace("\n", "\r\n"));
    }

    @Test
    void keepsTheFileAsItWasBesideIt() throws Exception {
        Path file = file(ACCOUNTS);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path backup = ClientsSection.add(file, List.of(HARBOR));
        assertThat(backup).hasContent(ACCOUNTS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, backup);
        }
    }

    @Test
    void writesThroughALink() throws Exception {
        Path file = file(ACCOUNTS);
        Path link = Files.createSymbolicLink(folder.resolve("link.yml"), file);
        ClientsSection.add(link, List.of(HARBOR));
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).contains("harborlane");
    }

    @Test
    void refusesAClientThatIsThereAlreadyAndWritesNothing() throws Exception {
        String before =
                ACCOUNTS + "clients:\n  - id: harborlane\n    domains: [harborlane.example]\n";
        Path file = file(before);
        assertThatThrownBy(() -> ClientsSection.add(file, List.of(HARBOR)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nothing was written");
        assertThat(file).hasContent(before);
        assertThat(folder.resolve("fraywatch.yml.new")).doesNotExist();
    }

    @Test
    void refusesWhatItCouldNotAddWithoutHarm() throws Exception {
        String before = ACCOUNTS + "...\n";
        Path file = file(before);
        assertThatThrownBy(() -> ClientsSection.add(file, List.of(HARBOR)))
                .isInstanceOf(SettingsException.class);
        assertThat(file).hasContent(before);
    }

    @Test
    void itsLinesReadAsTheyWereMeant() throws Exception {
        Client odd = client("x", "no", Set.of("123.example"), Set.of());
        Path file = file(ACCOUNTS + ClientsSection.lines(List.of(HARBOR, LOWELL, odd)));
        assertThat(
                        SettingsFile.read(file).settings().clients().stream()
                                .map(ClientSettings::client))
                .containsExactly(HARBOR, LOWELL, odd);
    }
}
