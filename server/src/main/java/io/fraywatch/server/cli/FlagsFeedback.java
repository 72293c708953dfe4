package io.fraywatch.server.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.flags.Feedback;
import io.fraywatch.flags.Feedback.Verdict;
import io.fraywatch.flags.Flag;
import io.fraywatch.flags.FlagId;
import io.fraywatch.flags.Ledger;
import io.fraywatch.flags.Precision;
import io.fraywatch.mail.ClientId;
import io.fraywatch.server.json.PrecisionJson;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.FlagRoll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// What the user says of flags on the command line, and how right flags were by that.
final class FlagsFeedback {
    private static final List<String> SAYINGS =
            List.of("right", "wrong", "notAClient", "snooze", "dismiss", "reopen");

    private final Setup setup;
    private final Call call;
    private final Console console;

    /// What was taken down.
    @JsonPropertyOrder({"v", "flag", "said", "state", "client"})
    private record Said(int v, String flag, String said, String state, Optional<String> client) {}

    FlagsFeedback(Setup setup, Call call) {
        this.setup = setup;
        this.call = call;
        this.console = call.console();
    }

    static void describe(Subparser parser) {
        flag(parser, "right", "this flag was right");
        flag(parser, "wrong", "it was wrong; nothing like it is told of that conversation again");
        parser.addArgument("--not-a-client")
                .dest("notAClient")
                .metavar("ID")
                .help("its client is none; nothing of theirs is told again");
        parser.addArgument("--snooze")
                .nargs(2)
                .metavar("ID", "TIME")
                .help("don't tell it for so long: 12h, 3d or 2w");
        flag(parser, "dismiss", "don't tell it again");
        flag(parser, "reopen", "take back all that was said of it");
        parser.addArgument("--report")
                .action(Arguments.storeTrue())
                .help("how often flags of each kind were right, by what you said");
    }

    private static void flag(Subparser parser, String name, String help) {
        parser.addArgument("--" + name).metavar("ID").help(help);
    }

    static boolean isAsked(Call call) {
        return call.flag("report")
                || SAYINGS.stream().anyMatch(saying -> call.options().get(saying) != null);
    }

    Exit run() throws Failure, StoreException {
        Ledger ledger = setup.ledger();
        if (SAYINGS.stream().anyMatch(saying -> call.options().get(saying) != null)) {
            say(ledger);
        }
        if (call.flag("report")) {
            report(ledger.feedback());
        }
        return Exit.DONE;
    }

    private void say(Ledger ledger) throws Failure, StoreException {
        Instant now = call.clock().instant();
        new FlagRoll(setup.desk(), ledger)
                .call(setup.accounts().stream().map(Account::name).toList(), now);
        Feedback feedback = ledger.feedback();
        for (String saying : List.of("right", "wrong", "dismiss", "reopen")) {
            if (call.text(saying).isPresent()) {
                FlagId id = id(call.required(saying));
                boolean known =
                        switch (saying) {
                            case "right" -> feedback.judge(id, Verdict.RIGHT, now);
                            case "wrong" -> feedback.judge(id, Verdict.WRONG, now);
                            case "dismiss" -> ledger.dismiss(id, now);
                            default -> feedback.forget(id, now);
                        };
                tell(known, saying, id, ledger);
            }
        }
        List<String> snooze = call.list("snooze");
        if (!snooze.isEmpty()) {
            FlagId id = id(snooze.getFirst());
            tell(ledger.snooze(id, now.plus(span(snooze.getLast())), now), "snooze", id, ledger);
        }
        if (call.text("notAClient").isPresent()) {
            FlagId id = id(call.required("notAClient"));
            tell(feedback.notAClient(id, now).isPresent(), "notAClient", id, ledger);
        }
    }

    private void tell(boolean known, String saying, FlagId id, Ledger ledger) throws Failure {
        Optional<Flag> flag = known ? ledger.find(id) : Optional.empty();
        if (flag.isEmpty()) {
            throw new Failure(
                    Exit.FAILED,
                    "there is no flag "
                            + id
                            + ", or it has no client; `fraywatch flags` shows those there are, each with its id");
        }
        Optional<String> client = flag.get().seen().client().map(ClientId::value);
        String state = flag.get().state().key();
        console.emit(new Said(1, id.toString(), saying, state, client));
        console.say(words(saying, flag.get(), client.orElse("nobody's client")));
    }

    private String words(String saying, Flag flag, String client) {
        String which = flag.seen().kind() + " of " + client;
        return switch (saying) {
            case "right" -> "Noted: " + which + " was right.";
            case "wrong" ->
                    "Noted: "
                            + which
                            + " was wrong. Nothing like it is told of that conversation again.";
            case "notAClient" ->
                    "Noted: " + client + " is no client. Nothing of theirs is told again.";
            case "snooze" ->
                    which
                            + " isn't told until "
                            + flag.snoozedTill()
                                    .map(till ->
                                            till.atZone(setup.zone())
                                                    .toLocalDateTime()
                                                    .withNano(0)
                                                    .toString())
                                    .orElse("")
                            + ".";
            case "dismiss" -> which + " isn't told again.";
            default -> which + " is open again.";
        };
    }

    private void report(Feedback feedback) {
        List<Precision> precisions = feedback.tallies().stream().map(Precision::of).toList();
        precisions.forEach(precision -> console.emit(PrecisionJson.of(precision)));
        if (precisions.isEmpty()) {
            console.say(
                    "You haven't said of any flag yet whether it was right: `fraywatch flags --right ID` or `--wrong ID`, or the buttons on the page.");
            return;
        }
        console.say(
                console.terminal()
                        .bold(
                                String.format(
                                        Locale.ROOT,
                                        "%-20s %6s %6s  %s",
                                        "flag",
                                        "right",
                                        "wrong",
                                        "precision (95 % interval)")));
        for (Precision each : precisions) {
            console.say(
                    String.format(
                            Locale.ROOT,
                            "%-20s %6d %6d  %s",
                            each.tally().kind(),
                            each.tally().right(),
                            each.tally().wrong(),
                            each.enough()
                                    ? String.format(
                                            Locale.ROOT,
                                            "%.2f (%.2f to %.2f)",
                                            each.share(),
                                            each.low(),
                                            each.high())
                                    : "too few to say"));
        }
    }

    private static FlagId id(String text) throws Failure {
        if (text.length() != 16 || !text.chars().allMatch(java.util.HexFormat::isHexDigit)) {
            throw new Failure(
                    Exit.USAGE,
                    "'"
                            + text
                            + "' isn't a flag: 16 hex digits were expected, as `fraywatch flags` prints them");
        }
        return new FlagId(text.toLowerCase(Locale.ROOT));
    }

    private static Duration span(String text) throws Failure {
        if (!text.matches("[1-9][0-9]{0,3}[hdw]")) {
            throw new Failure(
                    Exit.USAGE, "'" + text + "' isn't a length of time; write 12h, 3d or 2w");
        }
        int number = Integer.parseInt(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> Duration.ofDays(7L * number);
        };
    }
}
