package io.fraywatch.sync;

import io.fraywatch.analyze.Analyzer;
import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Baseline;
import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Setting;
import io.fraywatch.analyze.Thresholds;
import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Identity;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All cases of an account, made once, to be judged as of many instants.
public final class Casebook {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Identity us;
    private final Docket docket;
    private final WorkCalendar calendar = WorkCalendar.officeHours(ZONE);
    private final Map<ClientId, Baseline> baselines = new HashMap<>();

    private Casebook(Identity us, Docket docket) {
        this.us = us;
        this.docket = docket;
    }

    /// Everybody outside us counts as a client.
    public static Casebook of(MailStore store, Account account) throws StoreException {
        try (View view = store.openView(account.name())) {
            return new Casebook(
                    account.identity(),
                    new Filing(
                                    History.read(view, account.identity(), List.of()),
                                    new ClientDirectory(List.of(), true))
                            .asOf(Instant.MAX));
        }
    }

    public Collection<Case> cases() {
        return docket.cases();
    }

    public WorkCalendar calendar() {
        return calendar;
    }

    public Identity us() {
        return us;
    }

    /// The verdict on a case by the built-in thresholds.
    public Assessment judge(Case c, Instant asOf) {
        Setting setting = new Setting(us, Thresholds.DEFAULTS, calendar, calendar);
        Baseline baseline =
                c.client()
                        .map(client ->
                                baselines.computeIfAbsent(
                                        client.id(),
                                        id -> Baseline.of(docket.of(id), us, calendar)))
                        .orElse(Baseline.EMPTY);
        return new Analyzer().assess(c, baseline, setting, asOf);
    }
}
