package io.fraywatch.server.cli;

import io.fraywatch.flags.Outbox;
import io.fraywatch.parse.MailParser;
import io.fraywatch.server.config.EmbeddingsMode;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.demo.SampleMailbox;
import io.fraywatch.server.setup.DigestSetup;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.server.web.Templates;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Finding;
import io.fraywatch.sync.Outcome;
import io.fraywatch.sync.SyncReport;
import io.fraywatch.sync.Turn;
import io.fraywatch.sync.Wish;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `demo`: a sample mailbox with a story in it, taken in like any other, its flags, its digest, its
/// pages.
final class DemoCommand implements Command {
    private final Serving serving;

    DemoCommand(Serving serving) {
        this.serving = serving;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("show what it does on a sample mailbox with a story in it");
        parser.addArgument("--port")
                .type(Integer.class)
                .setDefault(8420)
                .metavar("N")
                .help("serve the pages here (default 8420)");
        parser.addArgument("--dir")
                .setDefault("target/demo")
                .metavar("DIR")
                .help("where the sample lies (default target/demo)");
        EmbeddingsOption.describe(
                parser, "read the mails with a small embedding model, too (default off)");
        parser.addArgument("--no-serve")
                .dest("noServe")
                .action(Arguments.storeTrue())
                .help("end after the digest is written");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Path folder = Path.of(call.required("dir"));
        Steps steps = new Steps(call.console());
        Setup setup =
                steps.step(
                        "Writing the mailbox of Dana Reyes, virtual assistant",
                        () -> prepare(folder, call));
        steps.step("Taking it in, as any other mailbox", () -> sync(setup, call.console()));
        List<Finding> findings =
                steps.step(
                        "Judging every conversation",
                        () -> setup.desk().findings(call.clock().instant(), false));
        call.console().say("");
        FindingText text = new FindingText(call.console(), setup.zone());
        findings.forEach(text::say);
        steps.step("Writing the digest", () -> digest(setup, folder, call));
        if (!call.flag("noServe")) {
            ServerCommand.serveUntilAsked(serving, setup, call.console());
        }
        return Exit.DONE;
    }

    private static Setup prepare(Path folder, Call call) throws IOException, SettingsException {
        Files.createDirectories(folder);
        for (String old : List.of("mailbox", "data")) {
            delete(folder.resolve(old));
        }
        LocalDate today = LocalDate.ofInstant(call.clock().instant(), SampleMailbox.ZONE);
        int count = SampleMailbox.write(folder.resolve("mailbox"), today);
        Path file = folder.resolve("fraywatch.yml");
        Files.writeString(
                file,
                configuration(
                        call.number("port").orElse(8420),
                        EmbeddingsOption.named(call).orElse(EmbeddingsMode.OFF)));
        call.console().say("  " + count + " mails in " + folder.resolve("mailbox"));
        return new Setup(SettingsFile.read(file), call.clock());
    }

    private static String configuration(int port, EmbeddingsMode embeddings) {
        StringBuilder clients = new StringBuilder();
        for (SampleMailbox.Customer customer : SampleMailbox.customers()) {
            clients.append(
                    "  - {id: %s, name: \"%s\", domains: [%s]}\n"
                            .formatted(customer.id(), customer.name(), customer.domain()));
        }
        return """
        # Written by `fraywatch demo`, anew each time.
        dataDir: data
        zone: %s
        accounts:
          - name: dana
            kind: maildir
            path: mailbox
            me: [%s]
            team: [reyes-va.example]
        clients:
        %sclientsFromMail: false
        embeddings: %s
        server:
          connector:
            port: %d
        """
                .formatted(
                        SampleMailbox.ZONE, SampleMailbox.OWNER, clients, embeddings.key(), port);
    }

    private static SyncReport sync(Setup setup, Console console) throws Exception {
        Account account = setup.accounts().getFirst();
        try (ProgressLine progress = new ProgressLine(console)) {
            Outcome outcome = setup.passes().make(account, progress, Turn.ENDLESS, Wish.BY_HAND);
            if (!(outcome instanceof Outcome.Done(SyncReport report))) {
                throw new IllegalStateException("the sample mailbox can't be read: " + outcome);
            }
            console.say(
                    "  "
                            + report.indexed()
                            + " mails, "
                            + setup.desk().stats().getFirst().conversations()
                            + " conversations");
            return report;
        }
    }

    private static Outbox.Letter digest(Setup setup, Path folder, Call call) throws Exception {
        Outbox.Letter letter =
                new DigestSetup(setup).digests(new Templates()).preview(call.clock().instant());
        Files.write(folder.resolve("digest.eml"), letter.content());
        Files.writeString(folder.resolve("digest.html"), html(letter.content()));
        String subject = new MailParser().parse(letter.content()).headers().subject();
        call.console()
                .say("  “" + subject + "” in " + folder.resolve("digest.eml") + " and digest.html");
        return letter;
    }

    private static String html(byte[] mail) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(mail));
        Multipart parts = (Multipart) message.getContent();
        BodyPart html = parts.getBodyPart(parts.getCount() - 1);
        return (String) html.getContent();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Says each step, and how long it took.
    private record Steps(Console console) {
        interface Step<T> {
            T run() throws Exception;
        }

        <T> T step(String what, Step<T> step) throws Exception {
            console.say(console.terminal().bold(what) + " …");
            console.flush();
            long started = System.nanoTime();
            T result = step.run();
            console.say(
                    String.format(
                            Locale.ROOT, "  done in %.1f s", (System.nanoTime() - started) / 1e9));
            console.flush();
            return result;
        }
    }
}
