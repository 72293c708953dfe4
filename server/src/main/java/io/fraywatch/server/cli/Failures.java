package io.fraywatch.server.cli;

import io.fraywatch.flags.LedgerException;
import io.fraywatch.query.QueryException;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.setup.EmbeddingsException;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what went wrong into words and an exit status.
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Exit say(Throwable failure, Console console) {
        console.remark("fraywatch: " + words(failure));
        return exit(failure);
    }

    /// What happened to which thing, then the mend.
    static String words(Throwable failure) {
        return switch (failure) {
            case SourceException source ->
                    sentence(String.valueOf(source.getMessage())) + " " + source.remedy();
            case Failure known -> String.valueOf(known.getMessage());
            case SettingsException settings -> String.valueOf(settings.getMessage());
            case StoreException store -> String.valueOf(store.getMessage());
            case LedgerException ledger -> String.valueOf(ledger.getMessage());
            case QueryException query -> String.valueOf(query.getMessage());
            case EmbeddingsException missing -> String.valueOf(missing.getMessage());
            case InterruptedException interrupted ->
                    "interrupted; nothing is lost, run the command again to go on";
            default -> unexpected(failure);
        };
    }

    private static String unexpected(Throwable failure) {
        log.debug("the failure in full", failure);
        return "this should not have happened ("
                + failure
                + "); run it again with --verbose and report what it says";
    }

    private static Exit exit(Throwable failure) {
        return switch (failure) {
            case Failure known -> known.exit();
            case SettingsException settings -> Exit.USAGE;
            case QueryException query -> Exit.USAGE;
            case EmbeddingsException missing -> Exit.USAGE;
            default -> Exit.FAILED;
        };
    }

    static String sentence(String text) {
        String end = text.stripTrailing();
        return end.endsWith(".") || end.endsWith("!") || end.endsWith("?") ? end : end + ".";
    }
}
