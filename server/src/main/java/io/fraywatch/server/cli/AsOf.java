package io.fraywatch.server.cli;

import io.fraywatch.server.json.Moment;
import io.fraywatch.server.setup.Setup;
import java.time.DateTimeException;
import java.time.Instant;
import net.sourceforge.argparse4j.inf.Subparser;

/// The instant a question is asked for.
final class AsOf {
    private AsOf() {}

    static void describe(Subparser parser) {
        parser.addArgument("--as-of")
                .dest("asOf")
                .metavar("T")
                .help(
                        "judge as if it were this instant (2026-03-15T14:00:00Z), or the end of this day in your zone"
                                + " (2026-03-15); default now");
    }

    static Instant of(Call call, Setup setup) throws Failure {
        return call.text("asOf").isPresent()
                ? parse(call.required("asOf"), setup)
                : call.clock().instant();
    }

    /// @param text an instant, with its offset, or a date, which means the end of that day
    static Instant parse(String text, Setup setup) throws Failure {
        try {
            return Moment.parse(text, setup.zone());
        } catch (DateTimeException e) {
            throw new Failure(
                    Exit.USAGE,
                    "'"
                            + text
                            + "' is neither a date nor an instant; write 2026-03-15 or 2026-03-15T14:00:00Z");
        }
    }
}
