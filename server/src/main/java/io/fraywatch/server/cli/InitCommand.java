package io.fraywatch.server.cli;

import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.source.MailSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `init`: asks for the mailbox, tests it, and writes a commented configuration.
///
/// What is given as an option isn't asked; with `--address` given nothing is, so that it runs
/// without a person.
final class InitCommand implements Command {
    private static final String PASSWORD_FILE = "mail.password";

    @Override
    public String name() {
        return "init";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("write a configuration after asking for the mailbox and testing it")
                .description(
                        "Asks for what isn't given. With --address nothing is asked and defaults fill the rest.");
        parser.addArgument("--address").metavar("A").help("your own mail address");
        parser.addArgument("--kind")
                .choices("imap", "maildir", "mbox")
                .help("what sort of mailbox (default imap)");
        parser.addArgument("--host")
                .metavar("H")
                .help("IMAP server (default: guessed from the address)");
        parser.addArgument("--port")
                .type(Integer.class)
                .metavar("N")
                .help("its port (default 993, or 143 without implicit TLS)");
        parser.addArgument("--tls")
                .choices("implicit", "starttls", "none")
                .help("how it is protected (default implicit)");
        parser.addArgument("--username").metavar("U").help("login name (default: the address)");
        parser.addArgument("--password-file")
                .dest("passwordFile")
                .metavar("FILE")
                .help("file that holds the password already");
        parser.addArgument("--path").metavar("P").help("the Maildir or mbox, for those kinds");
        parser.addArgument("--no-test")
                .dest("noTest")
                .action(Arguments.storeTrue())
                .help("don't try the mailbox");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Path file = call.configFile();
        if (Files.exists(file)) {
            throw new Failure(
                    Exit.USAGE,
                    file
                            + " is there already and stays as it is; move it away first, or name another with --config");
        }
        Answers answers = Answers.ask(call);
        List<Path> written = write(file, answers);
        try {
            SettingsFile settings = SettingsFile.read(file);
            if (!call.flag("noTest")) {
                test(new Setup(settings, call.clock()), call.console());
            }
        } catch (Exception e) {
            for (Path path : written) {
                Files.deleteIfExists(path);
            }
            throw e instanceof SettingsException
                    ? new Failure(Exit.USAGE, Failures.words(e) + "; nothing was written")
                    : e;
        }
        call.console()
                .say(
                        "Wrote "
                                + file
                                + ". Next: `fraywatch sync`, then `fraywatch clients` to say who"
                                + " your clients are, then `fraywatch flags`.");
        return Exit.DONE;
    }

    private static void test(Setup setup, Console console) throws Exception {
        setup.file().checkSecrets();
        try (MailSource source = setup.accounts().getFirst().connection().open()) {
            console.say("The mailbox can be read. Folders: " + String.join(", ", source.folders()));
        }
    }

    private static List<Path> write(Path file, Answers answers) throws IOException, Failure {
        Path folder =
                Optional.ofNullable(file.toAbsolutePath().getParent())
                        .orElse(file.toAbsolutePath());
        Files.createDirectories(folder);
        Path password = folder.resolve(PASSWORD_FILE);
        try {
            if (answers.password().isEmpty()) {
                Files.writeString(file, answers.yaml(folder), StandardOpenOption.CREATE_NEW);
                return List.of(file);
            }
            writeSecret(password, answers.password().get());
            Files.writeString(file, answers.yaml(folder), StandardOpenOption.CREATE_NEW);
            return List.of(file, password);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(
                    Exit.USAGE,
                    e.getFile() + " is there already and stays as it is; move it away first");
        }
    }

    private static void writeSecret(Path file, String password) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n");
    }

    /// What the user wants.
    ///
    /// @param password the password to be kept, unless a file holds it already
    private record Answers(
            String address,
            String kind,
            String host,
            Optional<Integer> port,
            String tls,
            String username,
            Optional<String> password,
            String passwordFile,
            String path) {
        static Answers ask(Call call) throws IOException, Failure {
            Questions questions = new Questions(call);
            String address = questions.ask("address", "Your mail address", "");
            String kind =
                    call.text("kind").orElse(call.text("path").isPresent() ? "maildir" : "imap");
            if (!kind.equals("imap")) {
                String path = questions.ask("path", "Where does the " + kind + " lie", "");
                return new Answers(
                        address, kind, "", Optional.empty(), "", "", Optional.empty(), "", path);
            }
            String guess = Providers.hostFor(address);
            String host = questions.ask("host", "IMAP server", guess);
            String username = questions.ask("username", "Login name", address);
            Optional<String> password =
                    call.text("passwordFile").isPresent()
                            ? Optional.empty()
                            : Optional.of(questions.askPassword());
            return new Answers(
                    address,
                    kind,
                    host,
                    call.number("port"),
                    call.text("tls").orElse("implicit"),
                    username,
                    password,
                    call.text("passwordFile")
                            .map(f -> Path.of(f).toAbsolutePath().toString())
                            .orElse(PASSWORD_FILE),
                    "");
        }

        String yaml(Path folder) {
            String domain = address.substring(address.indexOf('@') + 1);
            return """
            # Fraywatch's configuration. Every key with its default: config/fraywatch.example.yml

            # Where everything Fraywatch keeps lies; relative paths start at this file.
            dataDir: %s

            accounts:
              - name: mail
            %s    # Your own addresses; add your aliases, or mails you sent from them count as a client's.
                me: [%s]
            %s
            # Name clients to give them a name, a time zone, or thresholds of their own:
            # clients:
            #   - id: harborlane
            #     name: Harbor Lane
            #     domains: [harborlane.example]

            # Everybody else who writes counts as a client, too: one per domain.
            clientsFromMail: true

            digest:
              # to: %s # uncomment, and add an smtp section, to get it by mail
              at: "07:00"
            """
                    .formatted(
                            folder.endsWith("config") ? "../data" : "data",
                            mailbox(),
                            quoted(address),
                            Providers.isShared(address)
                                    ? ""
                                    : "    # Domains whose people are colleagues and no clients:\n    # team: ["
                                            + domain
                                            + "]\n",
                            address);
        }

        private String mailbox() {
            if (!kind.equals("imap")) {
                return "    kind: %s\n    path: %s\n"
                        .formatted(kind, quoted(Path.of(path).toAbsolutePath().toString()));
            }
            return "    kind: imap\n    host: %s\n%s    tls: %s\n    username: %s\n    passwordFile: %s # readable by you alone\n"
                    .formatted(
                            quoted(host),
                            port.map(p -> "    port: " + p + "\n").orElse(""),
                            tls,
                            quoted(username),
                            quoted(passwordFile));
        }

        private static String quoted(String value) {
            return "'" + value.replace("'", "''") + "'";
        }
    }

    /// Asks on the terminal what wasn't given as an option.
    private static final class Questions {
        private final Call call;
        private final boolean silent;
        private final BufferedReader lines;

        Questions(Call call) {
            this.call = call;
            this.silent = call.text("address").isPresent();
            this.lines =
                    new BufferedReader(
                            new InputStreamReader(call.console().in(), StandardCharsets.UTF_8));
        }

        String ask(String option, String question, String usual) throws IOException, Failure {
            if (call.text(option).isPresent()) {
                return call.required(option);
            }
            String answer =
                    silent ? "" : line(question + (usual.isEmpty() ? "" : " [" + usual + "]"));
            if (answer.isEmpty() && usual.isEmpty()) {
                throw new Failure(Exit.USAGE, question + "? Give it with --" + option);
            }
            return answer.isEmpty() ? usual : answer;
        }

        String askPassword() throws IOException, Failure {
            if (silent) {
                throw new Failure(
                        Exit.USAGE, "no password: name a file that holds it with --password-file");
            }
            java.io.Console hidden = call.console().terminal().live() ? System.console() : null;
            String password =
                    hidden == null
                            ? line("Password")
                            : Optional.ofNullable(
                                            hidden.readPassword(
                                                    "Password (an app password, where the provider has them): "))
                                    .map(String::new)
                                    .orElse("");
            if (password.isBlank()) {
                throw new Failure(Exit.USAGE, "no password was given; run init again");
            }
            return password.strip();
        }

        private String line(String question) throws IOException {
            call.console().remark(question + ":");
            call.console().flush();
            return Optional.ofNullable(lines.readLine()).orElse("").strip();
        }
    }
}
