package io.fraywatch.eval;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.maildir.MaildirSource;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.lucene.LuceneStore;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Casebook;
import io.fraywatch.sync.Progress;
import io.fraywatch.sync.Synchronizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/// Packs of real mail, read, indexed and put into conversations the way the program does it.
final class RealMail {
    private RealMail() {}

    /// Customers of a hardware vendor writing to its support list; the vendor's staff is us, and so
    /// is the list, as a support address would be.
    static Casebook vendorList(Corpora corpora) throws IOException {
        return read(
                corpora.pack("1-threads/usrp-users_2019-2021.maildir")
                        .resolve("usrp-users_2019-2021"),
                new Identity(
                        Set.of("usrp-users@lists.ettus.com", "patchvonbraun@gmail.com"),
                        Set.of("ettus.com", "ni.com")));
    }

    /// Developers, users and talkers on lists of 2002; six busy members are us, the lists aren't.
    static Casebook lists(Corpora corpora) throws IOException {
        Path mails = corpora.pack("1-threads/spamassassin-dev").resolve("easy-ham-1");
        Path maildir = Files.createTempDirectory("fraywatch-eval");
        try {
            Files.createDirectory(maildir.resolve("new"));
            Files.createDirectory(maildir.resolve("tmp"));
            Path cur = Files.createDirectory(maildir.resolve("cur"));
            try (Stream<Path> files = Files.list(mails)) {
                for (Path mail : files.sorted().toList()) {
                    Files.copy(mail, cur.resolve(mail.getFileName() + ":2,S"));
                }
            }
            return read(
                    maildir,
                    new Identity(
                            Set.of(
                                    "cwg-exmh@deepeddy.com",
                                    "matthias@egwn.net",
                                    "tomwhore@slack.net",
                                    "rah@shipwright.com",
                                    "beberg@mithral.com",
                                    "fork_list@hotmail.com"),
                            Set.of()));
        } finally {
            delete(maildir);
        }
    }

    /// Developers of a kernel; nobody in particular is us.
    static Casebook kernelList(Corpora corpora) throws IOException {
        return read(
                corpora.pack("1-threads/notmuch-0.37-corpora").resolve("lkml"),
                new Identity(Set.of(), Set.of()));
    }

    private static Casebook read(Path maildir, Identity us) throws IOException {
        Path folder = Files.createTempDirectory("fraywatch-eval");
        Account account =
                new Account(new AccountName("work"), us, () -> new MaildirSource(maildir));
        try (MailStore store = new LuceneStore(folder, Duration.ofSeconds(5))) {
            new Synchronizer(store, new MailParser(), new TextReader())
                    .sync(account, Progress.silent());
            return Casebook.of(store, account);
        } catch (SourceException | StoreException e) {
            throw new IOException(maildir + " can't be indexed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while indexing " + maildir, e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
