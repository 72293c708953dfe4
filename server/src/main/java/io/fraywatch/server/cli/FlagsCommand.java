package io.fraywatch.server.cli;

import io.fraywatch.server.json.FlagJson;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.sync.Finding;
import io.fraywatch.sync.HeedingDesk;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `flags`: what is at risk, the heaviest first; and what the user says of it.
final class FlagsCommand implements Command {
    @Override
    public String name() {
        return "flags";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("what is at risk, the heaviest first; and what you say of it");
        AsOf.describe(parser);
        parser.addArgument("--all")
                .action(Arguments.storeTrue())
                .help(
                        "list conversations without any signal, and what you don't want to hear of, too");
        FlagsFeedback.describe(parser);
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        if (FlagsFeedback.isAsked(call)) {
            return new FlagsFeedback(setup, call).run();
        }
        List<Finding> findings =
                new HeedingDesk(setup.desk(), setup::hush)
                        .findings(AsOf.of(call, setup), call.flag("all"));
        FindingText text = new FindingText(call.console(), setup.zone());
        for (Finding finding : findings) {
            call.console().emit(FlagJson.of(finding));
            text.say(finding);
        }
        if (findings.isEmpty()) {
            call.console().say("Nothing is at risk.");
        }
        return Exit.DONE;
    }
}
