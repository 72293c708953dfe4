package io.fraywatch.server.cli;

import java.util.List;

/// All commands, in the order the help lists them.
final class Commands {
    private Commands() {}

    /// @param serving how `server` and `demo` serve pages
    static List<Command> all(Serving serving) {
        return List.of(
                new DemoCommand(serving),
                new InitCommand(new Autoconfig()),
                new LoginCommand(),
                new CheckCommand(serving),
                new DoctorCommand(),
                new ServerCommand(serving),
                new SyncCommand(),
                new ClientsCommand(),
                new ParseCommand(),
                new ThreadsCommand(),
                new FlagsCommand(),
                new ExplainCommand(),
                new NoteCommand(),
                new ScoreCommand(),
                new DigestCommand(),
                new SearchCommand(),
                new BacktestCommand(),
                new VerifyCommand(),
                new RebuildCommand(),
                new StatsCommand());
    }
}
