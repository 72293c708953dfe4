package io.fraywatch.server.cli;

import io.fraywatch.flags.PassState;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.server.web.Words;
import io.fraywatch.sync.AccountState;
import io.fraywatch.sync.AccountState.SetAsideMail;
import java.util.List;
import java.util.stream.Collectors;

/// Tells in words how the passes over a mailbox went.
final class SyncWords {
    private static final int MOST_REASONS = 3;

    private SyncWords() {}

    static String well(AccountState state, Words words) {
        PassState pass = state.pass();
        String last =
                pass.doneAt()
                        .map(at ->
                                "last sync "
                                        + words.moment(at)
                                        + " ("
                                        + words.age(at)
                                        + " ago), "
                                        + Words.count(pass.found(), "new mail"))
                        .orElse("no pass came to its end yet; `fraywatch sync` makes one");
        String moved =
                pass.movedAt().map(at -> "; cursor moved " + words.age(at) + " ago").orElse("");
        return last + moved + setAside(state.setAside());
    }

    private static String setAside(List<SetAsideMail> mails) {
        if (mails.isEmpty()) {
            return "";
        }
        String reasons =
                mails.stream()
                        .map(SetAsideMail::reason)
                        .distinct()
                        .limit(MOST_REASONS)
                        .collect(Collectors.joining("; "));
        return "; "
                + Words.count(mails.size(), "mail")
                + " set aside ("
                + reasons
                + "), `fraywatch sync --retry` asks for them again";
    }

    static String failing(Trouble trouble, Words words) {
        return Failures.sentence(trouble.what())
                + " "
                + Words.count(trouble.failures(), "try", "tries")
                + " failed since "
                + words.moment(trouble.since())
                + (words.now().isBefore(trouble.pausedTill())
                        ? "; left alone until " + words.moment(trouble.pausedTill())
                        : "");
    }

    static String mend(Trouble trouble) {
        return (trouble.remedy() + " Then `fraywatch sync --retry` tries at once.").strip();
    }
}
