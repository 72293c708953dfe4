package io.fraywatch.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.server.json.FlagJson;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.Finding;
import java.time.Instant;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `explain`: everything there is to say of one conversation, risky or not; with `--stdin`, of
/// many.
final class ExplainCommand implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("all there is to say of one conversation, risky or not");
        parser.addArgument("conversation").nargs("?").help(Which.HELP);
        parser.addArgument("--stdin")
                .action(Arguments.storeTrue())
                .help(
                        "answer lines of {\"conversation\" or \"messageId\", \"asOf\"} from stdin, each with a line of JSON");
        AsOf.describe(parser);
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        Instant asOf = AsOf.of(call, setup);
        Desk desk = setup.desk();
        if (call.flag("stdin")) {
            return JsonLines.answer(
                    call.console(), line -> json(explain(line, asOf, setup, desk), setup));
        }
        if (call.text("conversation").isEmpty()) {
            throw new Failure(
                    Exit.USAGE,
                    "name a conversation, as `fraywatch threads` prints them, or give --stdin");
        }
        Finding finding = explain(call.required("conversation"), asOf, desk);
        call.console().emit(json(finding, setup));
        FindingText text = new FindingText(call.console(), setup.zone());
        text.say(finding);
        text.sayWhy(finding);
        reading(finding, setup).ifPresent(text::sayReading);
        return Exit.DONE;
    }

    private static FlagJson json(Finding finding, Setup setup) throws StoreException {
        return FlagJson.explained(finding, reading(finding, setup));
    }

    /// With which embedding model the finding's mails were read.
    private static Optional<String> reading(Finding finding, Setup setup) throws StoreException {
        try (View view = setup.store().openView(finding.account())) {
            return Optional.of(view.reading()).filter(model -> !model.isEmpty());
        }
    }

    private static Finding explain(JsonNode line, Instant asOf, Setup setup, Desk desk)
            throws Failure, StoreException, JsonProcessingException {
        JsonNode which =
                line.path("conversation").isTextual()
                        ? line.get("conversation")
                        : line.path("messageId");
        if (!which.isTextual() || which.textValue().isBlank()) {
            throw new Failure(Exit.PARTLY, "the line names neither conversation nor messageId");
        }
        JsonNode when = line.path("asOf");
        return explain(
                which.textValue(),
                when.isTextual() ? AsOf.parse(when.textValue(), setup) : asOf,
                desk);
    }

    private static Finding explain(String which, Instant asOf, Desk desk)
            throws Failure, StoreException {
        ConversationId id = Which.conversation(which, desk);
        Optional<Finding> finding = desk.explain(id, asOf);
        return finding.orElseThrow(() ->
                new Failure(
                        Exit.FAILED,
                        "there is no conversation "
                                + id
                                + " as of "
                                + asOf
                                + "; `fraywatch threads` lists those there are"));
    }
}
