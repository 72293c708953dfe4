package io.fraywatch.server.cli;

import io.fraywatch.server.config.AccountSettings;
import io.fraywatch.server.config.Nearest;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.sync.Account;
import java.util.List;

/// Which mailboxes a command is about.
final class Accounts {
    private Accounts() {}

    /// The one named by `--account`, else all.
    static List<Account> chosen(Call call, Setup setup) throws Failure {
        List<Account> all = setup.accounts();
        if (call.text("account").isEmpty()) {
            return all;
        }
        String wanted = call.required("account");
        List<String> names = all.stream().map(account -> account.name().value()).toList();
        List<Account> chosen =
                all.stream().filter(account -> account.name().value().equals(wanted)).toList();
        if (chosen.isEmpty()) {
            throw unknown(wanted, names, setup.file());
        }
        return chosen;
    }

    /// The settings of one account.
    static AccountSettings named(String wanted, SettingsFile file) throws Failure {
        List<AccountSettings> all = file.settings().accounts();
        return all.stream()
                .filter(account -> account.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        unknown(wanted, all.stream().map(AccountSettings::name).toList(), file));
    }

    private static Failure unknown(String wanted, List<String> names, SettingsFile file) {
        return new Failure(
                Exit.USAGE,
                "there is no account '"
                        + wanted
                        + "' in "
                        + file.file()
                        + "; "
                        + Nearest.to(wanted, names)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("there are: " + String.join(", ", names)));
    }
}
