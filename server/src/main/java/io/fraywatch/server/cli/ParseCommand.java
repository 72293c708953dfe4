package io.fraywatch.server.cli;

import io.fraywatch.analyze.text.LanguageReader;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Protection;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.SourceException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Subparser;

/// `parse`: how mails are understood, without any mailbox or index.
final class ParseCommand implements Command {
    @Override
    public String name() {
        return "parse";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("show how mails are understood (.eml, mbox, Maildir; - for stdin)");
        parser.addArgument("file")
                .nargs("+")
                .metavar("FILE")
                .help("a mail, an mbox, a Maildir, a folder of such, or - for stdin");
    }

    @Override
    public Exit run(Call call) throws Exception {
        MailParser parser = new MailParser();
        LanguageReader languages = new LanguageReader();
        Console console = call.console();
        List<String> files = call.list("file");
        int failed = 0;
        for (String file : files) {
            try {
                if (file.equals("-")) {
                    MailFiles.read(
                            console.in(),
                            (name, raw) -> show(name, parser.parse(raw), languages, console));
                } else {
                    MailFiles.read(
                            Path.of(file),
                            (name, raw) -> show(name, parser.parse(raw), languages, console));
                }
            } catch (NoSuchFileException e) {
                failed++;
                console.remark("fraywatch: " + e.getFile() + ": there is no such file");
            } catch (IOException e) {
                failed++;
                console.remark("fraywatch: " + file + " can't be read: " + e.getMessage());
            } catch (SourceException e) {
                failed++;
                console.remark("fraywatch: " + Failures.words(e));
            }
        }
        if (failed == files.size()) {
            return Exit.FAILED;
        }
        return failed > 0 ? Exit.PARTLY : Exit.DONE;
    }

    private static void show(
            String file, ParsedMail mail, LanguageReader languages, Console console) {
        if (console.json()) {
            console.emit(ParsedJson.of(file, mail, languages));
            return;
        }
        console.say(
                console.terminal()
                        .bold(
                                Wrapping.shorten(
                                        mail.headers().subject(), console.terminal().width())));
        row(console, "file", file);
        row(
                console,
                "kind",
                mail.kind().key() + mail.returnDate().map(date -> ", back on " + date).orElse(""));
        row(console, "from", people(mail.headers().from()));
        row(console, "to", people(mail.headers().to()));
        row(console, "date", mail.headers().date().map(Object::toString).orElse("none"));
        if (mail.structure().protection() != Protection.NONE) {
            row(console, "protected", mail.structure().protection().key());
        }
        mail.attachments().forEach(attachment -> row(console, "attached", words(attachment)));
        mail.problems().forEach(problem -> row(console, "problem", problem));
        console.say("");
        mail.body()
                .newText()
                .lines()
                .forEach(line -> console.say("    " + Wrapping.printable(line)));
        console.say("");
    }

    private static String people(List<Address> addresses) {
        return addresses.stream().map(Address::toString).collect(Collectors.joining(", "));
    }

    private static String words(Attachment attachment) {
        return attachment.name() + " (" + attachment.type() + ", " + attachment.size() + " bytes)";
    }

    private static void row(Console console, String what, String value) {
        console.say(
                String.format(
                        "  %-9s%s",
                        what, Wrapping.shorten(value, console.terminal().width() - 11)));
    }
}
