package io.fraywatch.server.cli;

import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.source.MailSource;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Wish;

import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// `init`: asks for the mailbox, tests it, writes a commented configuration, and takes a first look
/// at who may be a client.
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
        Questions questions = new Questions(call);
        Answers answers = Answers.ask(call, questions);
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
        call.console().say("Wrote " + file + ".");
        boolean reads =
                !call.flag("noTest")
                        && questions.agrees(
                                "Read your mail now, to see who may be a client? The newest comes"
                                        + " first; all of it may take some minutes.");
        return reads ? firstLook(call, questions) : later(call, Exit.DONE);
    }

    /// Takes the mail in and offers whoever may be a client by it. The configuration stands
    /// whatever comes of this.
    private static Exit firstLook(Call call, Questions questions) throws Exception {
        Setup setup = call.setup();
        Account account = setup.accounts().getFirst();
        Rounds rounds = new Rounds(setup.passes(), call.console(), setup.zone());
        if (rounds.over(List.of(account), Wish.BY_HAND) == Exit.FAILED) {
            return later(call, Exit.PARTLY);
        }
        ClientsCommand.offer(call, setup, questions.lines());
        call.console()
                .say(
                        "Next: `fraywatch flags` shows what is at risk, `fraywatch server` keeps"
                                + " watch and serves it as pages, and `fraywatch clients` lists who"
                                + " else may be a client whenever you like.");
        return Exit.DONE;
    }

    private static Exit later(Call call, Exit exit) {
        call.console()
                .say(
                        "Next: `fraywatch sync`, then `fraywatch clients` to say who your clients"
                                + " are, then `fraywatch flags`.");
        return exit;
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
        static Answers ask(Call call, Questions questions) throws IOException, Failure {
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
}
