package io.fraywatch.sync;

import com.sun.management.OperatingSystemMXBean;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.View;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

/// Times judging over a generated mailbox: `JudgeBench FOLDER MAILS`. A folder that holds one
/// already is used again.
final class JudgeBench {
    private static final Instant START = Instant.parse("2024-06-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant SEVEN = Instant.parse("2026-06-01T11:00:00Z");

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private JudgeBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        boolean made = Files.isDirectory(folder);
        try (MailStore store = TestAccounts.store(folder)) {
            if (!made) {
                timed(
                        "make the mailbox",
                        Bar.NONE,
                        () -> {
                            GeneratedMailbox.keep(
                                    store,
                                    GeneratedMailbox.mails(1, count, count / 250, START, END));
                            return count + " mails";
                        });
            }
            judge(store, count);
        }
    }

    private static void judge(MailStore store, int count) throws Exception {
        List<Account> accounts = List.of(GeneratedMailbox.ACCOUNT);
        Policy policy = GeneratedMailbox.policy();
        timed(
                "read all mail",
                Bar.NONE,
                () -> {
                    try (View view = store.openView(GeneratedMailbox.ACCOUNT.name())) {
                        return History.read(view, GeneratedMailbox.ACCOUNT.identity(), List.of())
                                        .size()
                                + " mails";
                    }
                });
        StoreDesk desk =
                new StoreDesk(
                        store, accounts, () -> policy, Notebook.Reader.NONE, Clock.systemUTC());
        timed(
                "judge it all, reading included",
                new Bar(60, 100_000, count),
                () -> desk.findings(END, false).size() + " at risk");
        timed(
                "what is at risk at seven, nothing new",
                new Bar(1, 1_000_000, count),
                () -> desk.findings(SEVEN, false).size() + " at risk");
        timed(
                "a month's back-test, reading included",
                new Bar(30, 100_000, count),
                () -> month(store, accounts, policy));
    }

    private static String month(MailStore store, List<Account> accounts, Policy policy)
            throws Exception {
        Set<Object> flags = new HashSet<>();
        Replay.open(store, accounts, Notebook.Reader.NONE)
                .by(policy)
                .tell(
                        new Replay.Span(
                                LocalDate.of(2026, 5, 1),
                                LocalDate.of(2026, 5, 31),
                                LocalTime.of(7, 0)),
                        (day, seen) -> seen.forEach(each -> flags.add(each.flag())));
        return flags.size() + " flags";
    }

    /// How long something may take.
    ///
    /// @param seconds 0 for as long as it likes
    /// @param mails for so many mails
    /// @param measured of how many it is measured
    private record Bar(double seconds, int mails, int measured) {
        static final Bar NONE = new Bar(0, 0, 0);

        String told(double took) {
            if (seconds == 0) {
                return "";
            }
            String verdict = took <= seconds ? "; within it" : "; above it";
            return String.format(
                    Locale.ROOT,
                    "%n    bar: %.0f s for %,d mails%s",
                    seconds,
                    mails,
                    mails == measured ? verdict : "");
        }
    }

    private static void timed(String what, Bar bar, Callable<String> work) throws Exception {
        long began = System.nanoTime();
        long worked = SYSTEM.getProcessCpuTime();
        String result = work.call();
        double took = (System.nanoTime() - began) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%-40s %7.2f s, %7.2f s CPU   %s, %d MB in use%s%n",
                what,
                took,
                (SYSTEM.getProcessCpuTime() - worked) / 1e9,
                result,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                bar.told(took));
    }
}
