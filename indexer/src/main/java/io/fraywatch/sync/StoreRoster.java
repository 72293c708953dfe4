package io.fraywatch.sync;

import io.fraywatch.flags.PassBook;
import io.fraywatch.flags.PassState;
import io.fraywatch.mail.AccountName;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.sync.AccountState.SetAsideMail;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// By what is written down of passes, and what the index holds.
public final class StoreRoster implements Roster {
    private final MailStore store;
    private final PassBook book;
    private final List<AccountName> accounts;

    public StoreRoster(MailStore store, PassBook book, List<AccountName> accounts) {
        this.store = store;
        this.book = book;
        this.accounts = List.copyOf(accounts);
    }

    @Override
    public List<AccountState> states() {
        return accounts.stream().map(this::state).toList();
    }

    @Override
    public List<PassState> passes() {
        return accounts.stream().map(book::of).toList();
    }

    private AccountState state(AccountName account) {
        PassState pass = book.of(account);
        try (View view = store.openView(account)) {
            List<SetAsideMail> aside =
                    view.quarantined().entrySet().stream()
                            .map(each -> new SetAsideMail(each.getKey(), each.getValue()))
                            .sorted(
                                    Comparator.comparing(
                                                    (SetAsideMail mail) -> mail.location().folder())
                                            .thenComparing(mail -> mail.location().key()))
                            .toList();
            return new AccountState(pass, view.size(), aside, Optional.empty());
        } catch (StoreException e) {
            return new AccountState(
                    pass, 0, List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
