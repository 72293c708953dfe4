package io.fraywatch.sync;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.parse.MailParser;
import io.fraywatch.query.Query;
import io.fraywatch.source.maildir.MaildirSource;
import io.fraywatch.store.Hits;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which mails become a document of their own, from a real Maildir into a real index.
class IdentityTest {
    @TempDir private Path folder;

    private MailStore store;
    private Account account;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("Maildir/cur"));
        Files.createDirectories(folder.resolve("Maildir/new"));
        store = TestAccounts.store(folder.resolve("mail"));
        account =
                new Account(
                        new AccountName("work"),
                        new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                        () -> new MaildirSource(folder.resolve("Maildir")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void deliver(String name, String mail) throws IOException {
        Files.write(folder.resolve("Maildir/cur/" + name + ":2,S"), mail.getBytes(ISO_8859_1));
    }

    private SyncReport sync() throws Exception {
        return new Synchronizer(store, new MailParser(), new TextReader())
                .sync(account, Progress.silent());
    }

    private long found(String word) throws Exception {
        try (View view = store.openView(account.name())) {
            return view.search(
                            new Query.Word(Query.In.ANYWHERE, word, false),
                            Hits.Sort.RELEVANCE,
                            0,
                            10)
                    .total();
        }
    }

    @Test
    void check15MailsWithoutAMessageIdAreTwo() throws Exception {
        deliver("1", "From: a@x.example\nSubject: One\n\nBrochure\n");
        deliver("2", "From: a@x.example\nSubject: Two\n\nBrochure\n");
        assertThat(sync().indexed()).isEqualTo(2);
        assertThat(found("brochure")).isEqualTo(2);
    }

    @Test
    void check15OneMessageIdWithTwoBodiesMeansTwoMails() throws Exception {
        deliver("1", "From: a@x.example\nMessage-ID: <1@x>\n\nThe red brochure\n");
        deliver("2", "From: a@x.example\nMessage-ID: <1@x>\n\nThe blue brochure\n");
        assertThat(sync().indexed()).isEqualTo(2);
        assertThat(found("red")).isEqualTo(1);
        assertThat(found("blue")).isEqualTo(1);
    }

    @Test
    void check45WhateverIsBrokenInAMailItIsIndexed() throws Exception {
        deliver(
                "1",
                "From: a@x.example\nContent-Type: text/plain; charset=x-none\n\nunknowncharset\n");
        deliver(
                "2",
                "From: a@x.example\nContent-Type: text/plain; =nothing; x\n\nnamelessparameter\n");
        deliver("3", "From: J\u00f6rg <j@x.example>\nSubject: Gr\u00fc\u00dfe\n\neightbitheader\n");
        deliver("4", "From: a@x.example\nSubject: a\0b\n\nzero\0s and nulbytes\0\n");
        SyncReport report = sync();
        assertThat(report.indexed()).isEqualTo(4);
        assertThat(report.quarantined()).isZero();
        for (String word :
                new String[] {
                    "unknowncharset", "namelessparameter", "eightbitheader", "nulbytes"
                }) {
            assertThat(found(word)).as(word).isEqualTo(1);
        }
        assertThat(found("gr\u00fc\u00dfe")).isEqualTo(1);
        assertThat(new Verifier(store, new MailParser()).verifyEveryMail(account).clean()).isTrue();
    }
}
