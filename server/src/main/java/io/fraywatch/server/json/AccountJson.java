package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.flags.PassState;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.mail.AccountName;
import io.fraywatch.sync.AccountState;
import io.fraywatch.sync.AccountState.SetAsideMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How one account is doing.
///
/// @param health `well`, `reading` (there is more to read than fits into one turn), `failing` or
///   `unread`
/// @param lastSync when a pass last came to its end; null before the first
/// @param found mails that the last pass found new
/// @param cursorMoved when the cursor last moved; null before it did
/// @param cursorAge seconds since then
/// @param mails how many the index holds
/// @param tier how the mailbox tells what changed: `history`, `qresync`, `condstore`, `plain` or
///   `files`; null until it was reached
/// @param quarantined the mails set aside
/// @param shutFolders folders that can't be read while all others are
/// @param error why the mailbox isn't read; null while it is
/// @param indexError why the index can't be read; null while it can
@JsonPropertyOrder({
    "v",
    "account",
    "health",
    "lastSync",
    "found",
    "cursorMoved",
    "cursorAge",
    "mails",
    "tier",
    "quarantined",
    "shutFolders",
    "error",
    "indexError"
})
public record AccountJson(
        int v,
        String account,
        String health,
        Optional<String> lastSync,
        long found,
        Optional<String> cursorMoved,
        Optional<Long> cursorAge,
        long mails,
        Optional<String> tier,
        List<Quarantined> quarantined,
        List<ShutFolder> shutFolders,
        Optional<Failure> error,
        Optional<String> indexError) {
    /// A mail set aside.
    ///
    /// @param key what finds it in its folder
    @JsonPropertyOrder({"folder", "key", "reason"})
    public record Quarantined(String folder, String key, String reason) {
        static Quarantined of(SetAsideMail mail) {
            return new Quarantined(mail.location().folder(), mail.location().key(), mail.reason());
        }
    }

    /// A folder that can't be read.
    @JsonPropertyOrder({"folder", "why"})
    public record ShutFolder(String folder, String why) {}

    /// Why a mailbox isn't read.
    ///
    /// @param kind `unreachable`, `throttled`, `refused`, `insecure`, `misconfigured`, `protocol`,
    ///   `index` or `broken`
    /// @param tries how many failed one after the other
    /// @param since when the first of them did
    /// @param lastTry when the last one did
    /// @param pausedUntil until when it is left alone
    @JsonPropertyOrder({"kind", "what", "remedy", "tries", "since", "lastTry", "pausedUntil"})
    public record Failure(
            String kind,
            String what,
            String remedy,
            int tries,
            String since,
            String lastTry,
            String pausedUntil) {
        static Failure of(Trouble trouble) {
            return new Failure(
                    trouble.kind().toLowerCase(Locale.ROOT),
                    trouble.what(),
                    trouble.remedy(),
                    trouble.failures(),
                    trouble.since().toString(),
                    trouble.at().toString(),
                    trouble.pausedTill().toString());
        }
    }

    public AccountJson {
        quarantined = List.copyOf(quarantined);
        shutFolders = List.copyOf(shutFolders);
    }

    public static AccountJson of(AccountState state, Instant now) {
        PassState pass = state.pass();
        AccountName account = state.account();
        return new AccountJson(
                Json.VERSION,
                account.value(),
                state.health().key(),
                pass.doneAt().map(Instant::toString),
                pass.found(),
                pass.movedAt().map(Instant::toString),
                pass.movedAt().map(at -> Math.max(0, Duration.between(at, now).toSeconds())),
                state.mails(),
                pass.tier(),
                state.setAside().stream().map(Quarantined::of).toList(),
                pass.shut().stream()
                        .map(shut -> new ShutFolder(shut.folder(), shut.why()))
                        .toList(),
                pass.trouble().map(Failure::of),
                state.unreadable());
    }
}
