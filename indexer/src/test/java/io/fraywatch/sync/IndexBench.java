package io.fraywatch.sync;

import com.sun.management.OperatingSystemMXBean;
import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.maildir.MaildirSource;
import io.fraywatch.store.MailStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Times a pass over a Maildir beside the least it could cost, in turn: `IndexBench MAILDIR WORK
/// ROUNDS`. The first round warms both up and doesn't count.
final class IndexBench {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Path maildir;
    private final Path work;
    private final List<Path> mails;

    private IndexBench(Path maildir, Path work) throws IOException {
        this.maildir = maildir;
        this.work = work;
        try (Stream<Path> files = Files.walk(maildir)) {
            this.mails = files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    public static void main(String[] arguments) throws Exception {
        IndexBench bench = new IndexBench(Path.of(arguments[0]), Path.of(arguments[1]));
        for (int round = 0; round <= Integer.parseInt(arguments[2]); round++) {
            String label = round == 0 ? "warm-up" : "round " + round;
            double bare = bench.timed(label + ", bare mime4j + Lucene", bench::bare);
            double whole = bench.timed(label + ", fraywatch", bench::whole);
            System.out.printf(Locale.ROOT, "%s, CPU ratio %.2f%n", label, whole / bare);
        }
    }

    private interface Pass {
        void run(Path folder) throws Exception;
    }

    private void bare(Path folder) throws Exception {
        BareIndex.make(mails, folder);
    }

    private void whole(Path folder) throws Exception {
        Account account =
                new Account(
                        new AccountName("work"),
                        new Identity(Set.of("me@bench.example"), Set.of()),
                        () -> new MaildirSource(maildir));
        try (MailStore store = TestAccounts.store(folder)) {
            new Synchronizer(store, new MailParser(), new TextReader())
                    .sync(account, Progress.silent());
        }
    }

    /// Returns the CPU seconds of the whole process.
    private double timed(String what, Pass pass) throws Exception {
        Path folder = Files.createDirectories(work.resolve("index"));
        System.gc();
        long began = System.nanoTime();
        long worked = PROCESS.getProcessCpuTime();
        pass.run(folder);
        double cpu = (PROCESS.getProcessCpuTime() - worked) / 1e9;
        double wall = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-40s %6.0f mails/s, %5.2f ms CPU a mail, %d bytes a mail%n",
                what,
                mails.size() / wall,
                1e3 * cpu / mails.size(),
                size(folder) / mails.size());
        delete(folder);
        return cpu;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
