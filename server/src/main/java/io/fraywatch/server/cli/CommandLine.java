package io.fraywatch.server.cli;

import io.fraywatch.server.config.Nearest;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.helper.HelpScreenException;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.ArgumentAction;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;

/// Understands what was typed, runs the command, and says how it ended.
public final class CommandLine {
    private static final String DEFAULT_CONFIG = "config/fraywatch.yml";

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Clock clock;
    private final Terminal terminal;

    /// @param serving how `server` and `demo` serve pages
    public CommandLine(Clock clock, Map<String, String> environment, Serving serving) {
        this(clock, Terminal.ofProcess(environment), Commands.all(serving));
    }

    CommandLine(Clock clock, Terminal terminal, List<Command> commands) {
        this.clock = clock;
        this.terminal = terminal;
        commands.forEach(command -> this.commands.put(command.name(), command));
    }

    /// Runs one command.
    ///
    /// @return the exit status of the process
    public int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        Namespace options;
        ArgumentParser parser = parser();
        try {
            options = parser.parseArgs(args);
        } catch (HelpScreenException e) {
            boolean bare = args.length == 0;
            parserOf(e, parser).printHelp(writer(bare ? err : out));
            return (bare ? Exit.USAGE : Exit.DONE).status();
        } catch (ArgumentParserException e) {
            refuse(e, args, err);
            return Exit.USAGE.status();
        }
        Console console =
                new Console(
                        in, out, err, terminal, Boolean.TRUE.equals(options.getBoolean("json")));
        Logs.toStderr(err, Boolean.TRUE.equals(options.getBoolean("verbose")));
        Command command = commands.get(options.getString("command"));
        if (command == null) {
            throw new IllegalStateException("the parser let an unknown command through");
        }
        try {
            return command.run(new Call(options, console, clock)).status();
        } catch (Exception e) {
            return Failures.say(e, console).status();
        } finally {
            console.flush();
        }
    }

    private static ArgumentParser parserOf(ArgumentParserException e, ArgumentParser otherwise) {
        return e.getParser() == null ? otherwise : e.getParser();
    }

    private ArgumentParser parser() {
        ArgumentParser parser =
                ArgumentParsers.newFor("fraywatch")
                        .addHelp(false)
                        .terminalWidthDetection(false)
                        .defaultFormatWidth(terminal.width())
                        .build()
                        .description(
                                "Says every morning which client threads are going wrong, why, and what to do.")
                        .epilog(
                                "Exit status: 0 done, 1 failed, 2 wrong usage or configuration, 3 done in part.");
        parser.addArgument("--config")
                .setDefault(DEFAULT_CONFIG)
                .metavar("FILE")
                .help("configuration file (default " + DEFAULT_CONFIG + ")");
        common(parser, false);
        Subparsers subparsers =
                parser.addSubparsers().dest("command").title("commands").metavar("COMMAND");
        for (Command command : commands.values()) {
            Subparser sub = subparsers.addParser(command.name(), false);
            sub.addArgument("--config")
                    .setDefault(Arguments.SUPPRESS)
                    .metavar("FILE")
                    .help("configuration file (default " + DEFAULT_CONFIG + ")");
            common(sub, true);
            command.describe(sub);
        }
        return parser;
    }

    private static void common(ArgumentParser parser, boolean below) {
        parser.addArgument("-h", "--help").action(new Help()).help("show this help");
        var json =
                parser.addArgument("--json")
                        .action(Arguments.storeTrue())
                        .help("one JSON object a line on stdout, and nothing else");
        var verbose =
                parser.addArgument("-v", "--verbose")
                        .action(Arguments.storeTrue())
                        .help("log more to stderr");
        if (below) {
            json.setDefault(Arguments.SUPPRESS);
            verbose.setDefault(Arguments.SUPPRESS);
        }
    }

    private void refuse(ArgumentParserException e, String[] args, PrintStream err) {
        err.println("fraywatch: " + e.getMessage());
        String typed =
                Arrays.stream(args)
                        .filter(arg -> String.valueOf(e.getMessage()).contains("'" + arg + "'"))
                        .findFirst()
                        .orElse("");
        List<String> choices =
                typed.startsWith("-")
                        ? List.of("--config", "--json", "--verbose")
                        : List.copyOf(commands.keySet());
        Nearest.to(typed, choices)
                .ifPresent(nearest -> err.println("Did you mean '" + nearest + "'?"));
        err.println(
                "Try 'fraywatch --help'"
                        + (e.getParser() instanceof Subparser
                                ? " or 'fraywatch COMMAND --help'."
                                : "."));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /// Asks for the help; [#run] prints it to where results go.
    @SuppressWarnings("deprecation") // the interface still demands the deprecated form
    private static final class Help implements ArgumentAction {
        @Override
        public void run(
                ArgumentParser parser,
                Argument argument,
                Map<String, Object> attributes,
                String flag,
                @Nullable Object value)
                throws ArgumentParserException {
            throw new HelpScreenException(parser);
        }

        @Override
        public void onAttach(Argument argument) {}

        @Override
        public boolean consumeArgument() {
            return false;
        }
    }
}
