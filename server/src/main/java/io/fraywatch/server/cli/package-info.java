/// The command line: one class a command, its words for people and its JSON for other programs.
///
/// Results go to stdout, everything else to stderr. Uses what the other rooms answer and decides
/// nothing itself; nothing here may write to a mailbox.
@NullMarked
package io.fraywatch.server.cli;

import org.jspecify.annotations.NullMarked;
