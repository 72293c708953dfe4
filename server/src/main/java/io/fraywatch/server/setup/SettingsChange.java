package io.fraywatch.server.setup;

import io.fraywatch.server.config.AccountSettings;
import io.fraywatch.server.config.Settings;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What differs between two states of the configuration.
///
/// @param live the keys whose change holds at once
/// @param waiting those whose change only a new start brings in
record SettingsChange(List<String> live, List<String> waiting) {
    private static final Set<String> LIVE =
            Set.of(
                    "thresholds",
                    "tiers",
                    "alertsPerDay",
                    "clients",
                    "clientsFromMail",
                    "hours",
                    "holidays",
                    "pause");

    SettingsChange {
        live = List.copyOf(live);
        waiting = List.copyOf(waiting);
    }

    static SettingsChange between(Settings before, Settings now) {
        List<String> live = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (RecordComponent key : Settings.class.getRecordComponents()) {
            boolean differs = !value(key, before).equals(value(key, now));
            if (key.getName().equals("accounts")) {
                accounts(before, now, live, waiting);
            } else if (differs) {
                (LIVE.contains(key.getName()) ? live : waiting).add(key.getName());
            }
        }
        return new SettingsChange(live, waiting);
    }

    /// Working hours and holidays are asked for whenever mail is judged, all else when a mailbox is
    /// opened first.
    private static void accounts(
            Settings before, Settings now, List<String> live, List<String> waiting) {
        for (AccountSettings account : now.accounts()) {
            boolean otherTimes =
                    before.accounts().stream()
                            .filter(known -> known.name().equals(account.name()))
                            .anyMatch(known ->
                                    !known.hours().equals(account.hours())
                                            || !known.holidays().equals(account.holidays()));
            if (otherTimes) {
                live.add("hours or holidays of account " + account.name());
            }
        }
        if (!timeless(before).equals(timeless(now))) {
            waiting.add("accounts");
        }
    }

    private static List<AccountSettings> timeless(Settings settings) {
        return settings.accounts().stream().map(AccountSettings::withoutTimes).toList();
    }

    private static Object value(RecordComponent key, Settings settings) {
        try {
            return key.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("setting " + key + " can't be read", e);
        }
    }
}
