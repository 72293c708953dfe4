package io.fraywatch.server.cli;

import io.fraywatch.flags.Outbox;
import io.fraywatch.parse.MailParser;
import io.fraywatch.server.digest.Digests;
import io.fraywatch.server.json.DigestJson;
import io.fraywatch.server.setup.DigestSetup;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.server.web.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `digest`: the morning mail, shown, written to a file, or sent.
final class DigestCommand implements Command {
    @Override
    public String name() {
        return "digest";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("show the morning digest; write it to a file, or send it");
        AsOf.describe(parser);
        parser.addArgument("--out").metavar("FILE.eml").help("write the mail to a file");
        parser.addArgument("--send")
                .action(Arguments.storeTrue())
                .help("send today's digest now, unless it went out already");
    }

    @Override
    public Exit run(Call call) throws Exception {
        if (call.flag("send") && call.text("asOf").isPresent()) {
            throw new Failure(
                    Exit.USAGE, "only today's digest can be sent; leave out --as-of or --send");
        }
        Setup setup = call.setup();
        Digests digests = new DigestSetup(setup).digests(new Templates());
        if (call.flag("send")) {
            setup.file().checkSecrets();
            Outbox.Slip slip = digests.sendToday();
            tell(slip.letter(), call);
            requireSent(slip, setup);
        } else {
            tell(digests.preview(AsOf.of(call, setup)), call);
        }
        return Exit.DONE;
    }

    private static void tell(Outbox.Letter letter, Call call) throws IOException, Failure {
        Console console = call.console();
        console.emit(json(letter));
        if (call.text("out").isPresent()) {
            write(letter, Path.of(call.required("out")));
            console.say(
                    "The digest of "
                            + letter.key().day()
                            + " to "
                            + letter.key().recipient()
                            + " is in "
                            + call.required("out"));
        } else {
            new MailParser()
                    .parse(letter.content())
                    .body()
                    .text()
                    .lines()
                    .forEach(line -> console.say(Wrapping.printable(line)));
        }
    }

    private static void write(Outbox.Letter letter, Path file) throws Failure {
        try {
            Files.write(file, letter.content());
        } catch (IOException e) {
            throw new Failure(
                    Exit.FAILED,
                    file + " can't be written (" + e + "); name a file in a folder that exists");
        }
    }

    static DigestJson json(Outbox.Letter letter) {
        return new DigestJson(
                1,
                letter.key().recipient(),
                letter.key().day().toString(),
                letter.messageId().value(),
                letter.told().stream()
                        .map(told -> new DigestJson.Item(told.flag().value(), told.change()))
                        .toList());
    }

    private static void requireSent(Outbox.Slip slip, Setup setup) throws Failure {
        String digest =
                "the digest of "
                        + slip.letter().key().day()
                        + " to "
                        + slip.letter().key().recipient();
        switch (slip.state()) {
            case SENT -> {
                // as it should be
            }
            case READY ->
                    throw new Failure(
                            Exit.FAILED,
                            digest
                                    + " was not taken now; the reason is in the log above. It is kept, and tried again while `fraywatch server` runs");
            case SENDING ->
                    throw new Failure(
                            Exit.FAILED, digest + " is being sent by another process; wait for it");
            case FAILED ->
                    throw new Failure(
                            Exit.FAILED,
                            digest
                                    + " was refused; the reason is in the log above. Check 'smtp' in "
                                    + setup.file().file());
            case UNKNOWN ->
                    throw new Failure(
                            Exit.FAILED,
                            digest
                                    + " may or may not have arrived: the connection broke at its end. Look into the mailbox; `fraywatch server` does so, too");
        }
    }
}
