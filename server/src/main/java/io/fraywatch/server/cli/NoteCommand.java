package io.fraywatch.server.cli;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Note;
import io.fraywatch.server.json.NoteJson;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.sync.Notebook;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Subparser;

/// `note`: writes down about a conversation what its mail doesn't tell, such as a call, or a pause
/// agreed on.
final class NoteCommand implements Command {
    @Override
    public String name() {
        return "note";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("write down that you spoke, or that a matter rests until a day");
        parser.addArgument("conversation").help(Which.HELP);
        parser.addArgument("text").nargs("?").help("such as \"spoke by phone\"");
        parser.addArgument("--until")
                .metavar("DATE")
                .help(
                        "the matter rests until this day (2026-05-04) and its clocks begin anew then");
        parser.addArgument("--remove")
                .type(Integer.class)
                .metavar("N")
                .help("take note number N away, as if it had never been written");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        ConversationId which = Which.conversation(call.required("conversation"), setup.desk());
        Optional<Integer> remove = call.number("remove");
        if (remove.isPresent() == call.text("text").isPresent()
                || (remove.isPresent() && call.text("until").isPresent())) {
            throw new Failure(
                    Exit.USAGE,
                    "give either a text, with --until DATE where the matter rests, or --remove N");
        }
        return remove.isPresent()
                ? remove(call, setup.notebook(), which, remove.get())
                : write(call, setup.notebook(), which);
    }

    private static Exit write(Call call, Notebook notebook, ConversationId which) throws Exception {
        Notebook.Written written;
        try {
            written =
                    notebook.write(
                                    which,
                                    call.required("text"),
                                    until(call),
                                    call.clock().instant())
                            .orElseThrow(() ->
                                    new Failure(
                                            Exit.FAILED,
                                            "there is no conversation "
                                                    + which
                                                    + "; `fraywatch threads` lists those there are"));
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()));
        }
        Note note = written.note();
        call.console().emit(NoteJson.alone(written, false));
        call.console()
                .say(
                        "Note "
                                + note.number()
                                + note.until()
                                        .map(day -> ": it rests until " + day + ".")
                                        .orElse(": nobody owes until the next mail."));
        return Exit.DONE;
    }

    private static Optional<LocalDate> until(Call call) throws Failure {
        if (call.text("until").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(call.required("until")));
        } catch (DateTimeException e) {
            throw new Failure(
                    Exit.USAGE, "'" + call.required("until") + "' is no date; write 2026-05-04");
        }
    }

    private static Exit remove(Call call, Notebook notebook, ConversationId which, int number)
            throws Exception {
        Notebook.Written gone =
                notebook.remove(which, number, call.clock().instant())
                        .orElseThrow(() ->
                                new Failure(
                                        Exit.FAILED,
                                        "conversation "
                                                + which
                                                + " has no note "
                                                + number
                                                + "; `fraywatch explain "
                                                + which
                                                + "` lists those it has"));
        call.console().emit(NoteJson.alone(gone, true));
        call.console().say("Note " + number + " is gone.");
        return Exit.DONE;
    }
}
