package io.fraywatch.server.cli;

import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.source.MailSource;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Wish;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `init`: asks for the mailbox, tests it, writes a commented configuration, and takes a first look
/// at who may be a client.
///
/// What is given as an option isn't asked; with `--address` given nothing is, so that it runs
/// without a person.
final class InitCommand implements Command {
    private final Autoconfig autoconfig;

    InitCommand(Autoconfig autoconfig) {
        this.autoconfig = autoconfig;
    }

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
                .help("IMAP server, or the provider's name (default: by the address)");
        parser.addArgument("--port")
                .type(Integer.class)
                .metavar("N")
                .help("its port (default 993, or 143 without implicit TLS)");
        parser.addArgument("--tls")
                .choices("implicit", "starttls", "none")
                .help("how it is protected (default implicit)");
        parser.addArgument("--username").metavar("U").help("login name (default: the address)");
        parser.addArgument("--lookup")
                .action(Arguments.storeTrue())
                .help("ask the address's own domain for its server, where no table knows it");
        parser.addArgument("--password-file")
                .dest("passwordFile")
                .metavar("FILE")
                .help("file that holds the password already");
        parser.addArgument("--client-id")
                .dest("client-id")
                .metavar("ID")
                .help("for a login in the browser at Microsoft, in place of a password");
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
        Answers answers = Answers.ask(call, questions, autoconfig);
        List<Path> written = write(file, answers);
        try {
            SettingsFile settings = SettingsFile.read(file);
            if (!call.flag("noTest") && !answers.logsInFirst()) {
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
        if (answers.logsInFirst()) {
            call.console()
                    .say(
                            "Next: `fraywatch login mail`, which opens the login in the browser;"
                                    + " then `fraywatch sync`.");
            return Exit.DONE;
        }
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
        Path password = folder.resolve(Answers.PASSWORD_FILE);
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
}
