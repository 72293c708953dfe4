package io.fraywatch.server.cli;

import net.sourceforge.argparse4j.inf.Subparser;

/// One command of the command line.
interface Command {
    /// What it is called.
    String name();

    /// Declares its own options and what its help says.
    void describe(Subparser parser);

    /// Does it.
    ///
    /// @throws Exception as it comes from the rooms below; [Failures] knows how to say it to a
    ///   person
    Exit run(Call call) throws Exception;
}
