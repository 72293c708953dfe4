package io.fraywatch.sync;

import io.fraywatch.flags.Ledger;
import io.fraywatch.flags.SeenFlag;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes down in the ledger what is at risk, so that every flag has a beginning, an end and what
/// the user said of it.
public final class FlagRoll {
    private final Desk desk;
    private final Ledger ledger;

    public FlagRoll(Desk desk, Ledger ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    /// Brings the flags of these accounts up to what holds now; flags that no longer hold are
    /// closed.
    public void call(List<AccountName> accounts, Instant now) throws StoreException {
        Map<AccountName, List<SeenFlag>> seen = new HashMap<>();
        accounts.forEach(account -> seen.put(account, new ArrayList<>()));
        for (Finding finding : desk.findings(now, false)) {
            List<SeenFlag> flags = seen.get(finding.account());
            if (flags != null) {
                finding.reasons().forEach(reason -> flags.add(flag(finding, reason)));
            }
        }
        seen.forEach((account, flags) -> ledger.record(account, flags, now));
    }

    private static SeenFlag flag(Finding finding, Finding.Reason reason) {
        return new SeenFlag(
                finding.flagOf(reason),
                finding.account(),
                finding.conversation().id(),
                finding.conversation().client().map(Client::id),
                reason.kind(),
                reason.signal().anchor(),
                finding.assessment().level(),
                finding.assessment().score());
    }
}
