package io.fraywatch.server.cli;

import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.server.json.ThreadJson;
import java.time.LocalDate;
import java.time.ZoneId;
import net.sourceforge.argparse4j.inf.Subparser;

/// `threads`: the conversations of the store, the newest first.
final class ThreadsCommand implements Command {
    @Override
    public String name() {
        return "threads";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("list the conversations, the newest first");
    }

    @Override
    public Exit run(Call call) throws Exception {
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
