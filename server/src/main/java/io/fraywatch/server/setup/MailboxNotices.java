package io.fraywatch.server.setup;

import io.fraywatch.flags.PassState;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.server.web.Notice;
import io.fraywatch.server.web.Words;
import io.fraywatch.sync.Roster;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Says which mailboxes haven't been read for a while and what helps, since a calm page, or a calm
/// digest, may be calm for want of mail.
public final class MailboxNotices implements Supplier<List<Notice>> {
    /// What mends itself sooner isn't worth a word.
    private static final Duration A_WHILE = Duration.ofHours(1);

    private final Roster roster;
    private final Clock clock;
    private final ZoneId zone;

    /// @param zone where the user is
    public MailboxNotices(Roster roster, Clock clock, ZoneId zone) {
        this.roster = roster;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public List<Notice> get() {
        Words words = new Words(zone, clock.instant());
        List<String> stale =
                roster.passes().stream()
                        .flatMap(pass ->
                                pass.trouble().stream()
                                        .filter(trouble -> lasts(trouble, words))
                                        .map(trouble -> sentence(pass, trouble, words)))
                        .toList();
        return stale.isEmpty()
                ? List.of()
                : List.of(
                        new Notice(
                                "Mail is missing here",
                                stale.stream().collect(Collectors.joining(" ")),
                                "/accounts"));
    }

    private static boolean lasts(Trouble trouble, Words words) {
        return !trouble.since().plus(A_WHILE).isAfter(words.now());
    }

    private static String sentence(PassState pass, Trouble trouble, Words words) {
        String what =
                pass.account() + " can’t be read since " + words.moment(trouble.since()) + ".";
        return (what + " " + trouble.remedy()).strip();
    }
}
