package io.fraywatch.server.cli;

import io.fraywatch.flags.Decided;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.server.json.DecisionJson;
import io.fraywatch.server.json.ThreadJson;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Arranger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `threads`: the conversations of the store, the newest first; and how the user splits and merges
/// them.
final class ThreadsCommand implements Command {
    @Override
    public String name() {
        return "threads";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("list the conversations, the newest first; split and merge them");
        var one = parser.addMutuallyExclusiveGroup();
        one.addArgument("--split")
                .metavar("MAIL")
                .help(
                        "this mail (its id or Message-ID) and all that answers it become a conversation of their own");
        one.addArgument("--merge")
                .nargs(2)
                .metavar("CONVERSATION")
                .help("these two conversations become one");
        one.addArgument("--undo")
                .type(Integer.class)
                .metavar("N")
                .help("take decision number N back");
        one.addArgument("--decisions")
                .action(Arguments.storeTrue())
                .help("list what was split, merged and undone");
    }

    @Override
    public Exit run(Call call) throws Exception {
        if (call.text("split").isPresent()) {
            return split(call, call.required("split"));
        }
        if (!call.list("merge").isEmpty()) {
            return merge(call, call.list("merge"));
        }
        if (call.number("undo").isPresent()) {
            return undo(call, call.number("undo").get());
        }
        return call.flag("decisions") ? decisions(call) : conversations(call);
    }

    private static Exit conversations(Call call) throws Exception {
        ZoneId zone = call.setup().zone();
        call.setup()
                .desk()
                .conversations(listed -> {
                    call.console().emit(ThreadJson.of(listed.conversation()));
                    call.console()
                            .say(
                                    line(
                                            listed.conversation(),
                                            zone,
                                            call.console().terminal().width()));
                });
        return Exit.DONE;
    }

    private static Exit split(Call call, String which) throws Exception {
        Arranger arranger = call.setup().arranger();
        Optional<MailId> mail = mail(which, arranger);
        Optional<Arranger.Arranged> done =
                mail.isEmpty()
                        ? Optional.empty()
                        : arranger.split(mail.get(), call.clock().instant());
        return say(
                call,
                done.orElseThrow(() ->
                        new Failure(
                                Exit.FAILED,
                                "there is no mail '"
                                        + which
                                        + "'; `fraywatch threads --json` lists the ids of all mails")));
    }

    private static Optional<MailId> mail(String which, Arranger arranger) throws StoreException {
        String bare = which.strip().replaceFirst("^<", "").replaceFirst(">$", "");
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        return bare.contains("@")
                ? arranger.mailOf(new MessageId(bare))
                : Optional.of(new MailId(bare));
    }

    private static Exit merge(Call call, List<String> which) throws Exception {
        Optional<Arranger.Arranged> done =
                call.setup()
                        .arranger()
                        .merge(
                                conversation(which.getFirst()),
                                conversation(which.getLast()),
                                call.clock().instant());
        return say(
                call,
                done.orElseThrow(() ->
                        new Failure(
                                Exit.FAILED,
                                "the conversations "
                                        + String.join(" and ", which)
                                        + " can't be merged: they must be two that `fraywatch threads` lists, of one account")));
    }

    private static ConversationId conversation(String text) throws Failure {
        try {
            return ConversationId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static Exit undo(Call call, int number) throws Exception {
        Optional<Arranger.Arranged> done =
                call.setup().arranger().undo(number, call.clock().instant());
        return say(
                call,
                done.orElseThrow(() ->
                        new Failure(
                                Exit.FAILED,
                                "there is no decision "
                                        + number
                                        + " to undo; `fraywatch threads --decisions` lists them")));
    }

    private static Exit decisions(Call call) throws Exception {
        for (Decided decided : call.setup().arranger().decisions()) {
            call.console().emit(DecisionJson.of(decided, Optional.empty()));
            call.console().say(words(decided));
        }
        return Exit.DONE;
    }

    private static Exit say(Call call, Arranger.Arranged done) {
        call.console().emit(DecisionJson.of(done.decided(), done.conversation()));
        call.console().say(words(done.decided()));
        call.console()
                .say(
                        done.conversation()
                                .map(id -> "It is in conversation " + id + " now.")
                                .orElse(
                                        "It will take effect with the next pass over the mailbox."));
        return Exit.DONE;
    }

    private static String words(Decided decided) {
        String what =
                switch (decided.decision()) {
                    case Decision.Split split -> "mail " + split.mail() + " split off";
                    case Decision.Merge merge ->
                            "mail " + merge.mail() + " put to mail " + merge.with();
                };
        return decided.number() + "  " + what + (decided.stands() ? "" : " (undone)");
    }

    private static String line(Conversation conversation, ZoneId zone, int width) {
        String head =
                String.format(
                        "%s  %s %4d  %-22s ",
                        conversation.id(),
                        LocalDate.ofInstant(conversation.last().sentAt(), zone),
                        conversation.entries().size(),
                        Wrapping.shorten(conversation.client().map(Client::name).orElse("-"), 22));
        return head + Wrapping.shorten(conversation.subject(), width - head.length());
    }
}
