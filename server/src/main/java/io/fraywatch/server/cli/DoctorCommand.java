package io.fraywatch.server.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.flags.LedgerException;
import io.fraywatch.flags.PassState.Shut;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Address;
import io.fraywatch.people.OwnAddress;
import io.fraywatch.server.config.EmbeddingsMode;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SmtpSection;
import io.fraywatch.server.json.AccountJson;
import io.fraywatch.server.setup.Embeddings;
import io.fraywatch.server.setup.EmbeddingsException;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.server.web.Words;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.AccountState;
import io.fraywatch.sync.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Subparser;

/// `doctor`: looks at everything a day's work needs, and says how to mend what isn't well.
final class DoctorCommand implements Command {
    private static final long LEAST_FREE_BYTES = 500L << 20;
    private static final Duration CLOCK_SLACK = Duration.ofDays(1);
    private static final Duration SMTP_PATIENCE = Duration.ofSeconds(30);

    /// A clock before this program was written is wrong.
    private static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");

    /// One thing looked at.
    ///
    /// @param account the facts behind it, of a check that is about the passes over a mailbox
    @JsonPropertyOrder({"v", "check", "ok", "detail", "remedy", "account"})
    private record Finding(
            int v,
            String check,
            boolean ok,
            String detail,
            String remedy,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<AccountJson> account) {
        Finding(String check, boolean ok, String detail, String remedy) {
            this(1, check, ok, detail, remedy, Optional.empty());
        }
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("test reachability, credentials, folders, SMTP, disk, clock, index");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Round round = new Round(call.console());
        Setup setup;
        try {
            setup = call.setup();
        } catch (SettingsException e) {
            round.ill(
                    "configuration",
                    String.valueOf(e.getMessage()),
                    "Mend that line; until then a running server goes on with what it read before, and nothing else starts.");
            return Exit.USAGE;
        }
        round.well("configuration", setup.file().file() + " can be read");
        secrets(setup, round);
        disk(setup.dataDir(), round);
        for (Account account : setup.accounts()) {
            mailbox(account, round);
        }
        Optional<String> reading = embeddings(setup, round);
        index(setup, reading, round);
        passes(setup, round);
        ownAddresses(setup, round);
        clock(setup, call.clock().instant(), round);
        setup.settings().smtp().ifPresent(smtp -> smtp(smtp, round));
        return round.exit();
    }

    private static void secrets(Setup setup, Round round) {
        try {
            setup.file().checkSecrets();
            round.well("secrets", "every password named is there, and yours alone to read");
        } catch (SettingsException e) {
            round.ill(
                    "secrets",
                    String.valueOf(e.getMessage()),
                    "Mend it as said, then run doctor again.");
        }
    }

    private static void disk(Path dataDir, Round round) {
        try {
            Files.createDirectories(dataDir);
            Files.delete(Files.createTempFile(dataDir, "doctor", ".tmp"));
            long free = Files.getFileStore(dataDir).getUsableSpace();
            String detail =
                    String.format(
                            Locale.ROOT, "%s can be written to; %,d MB free", dataDir, free >> 20);
            if (free < LEAST_FREE_BYTES) {
                round.ill(
                        "disk",
                        detail,
                        "Make room: an index takes about as much as a third of the mail it holds.");
            } else {
                round.well("disk", detail);
            }
        } catch (IOException e) {
            round.ill(
                    "disk",
                    dataDir + " can't be written to: " + e,
                    "Name a folder of your own in 'dataDir', or change its permissions.");
        }
    }

    private static void mailbox(Account account, Round round) {
        try (MailSource source = account.connection().open()) {
            List<String> folders = source.folders();
            round.well(
                    "mailbox " + account.name(),
                    "can be read; folders: " + String.join(", ", folders));
            for (String own : source.ownAddresses()) {
                if (!account.identity().isOurs(Address.of(own))) {
                    round.ill(
                            "own addresses " + account.name(),
                            own + " is an address that you may send from, by the provider's word",
                            listIt(account.name()));
                }
            }
        } catch (SourceException e) {
            round.ill("mailbox " + account.name(), String.valueOf(e.getMessage()), e.remedy());
        }
    }

    /// How texts are read from now on; empty where that can't be said.
    private static Optional<String> embeddings(Setup setup, Round round) {
        try {
            Embeddings embeddings = setup.embeddings();
            if (embeddings.encoder().isPresent()
                    || setup.settings().embeddings().orElse(EmbeddingsMode.OFF)
                            != EmbeddingsMode.OFF) {
                round.well("embeddings", embeddings.inWords());
            }
            return Optional.of(embeddings.reading());
        } catch (EmbeddingsException e) {
            round.ill(
                    "embeddings",
                    String.valueOf(e.getMessage()),
                    "Until then no mail is read; what was read before is still shown.");
            return Optional.empty();
        }
    }

    /// With which embedding model an index was read, and what is going to become of it.
    private static String read(String reading, Optional<String> now) {
        String was = reading.isEmpty() ? "" : ", read with " + reading;
        return now.filter(other -> !other.equals(reading)).isEmpty()
                ? was
                : was
                        + ", to be read anew "
                        + now.filter(model -> !model.isEmpty())
                                .map(model -> "with " + model)
                                .orElse("without embeddings")
                        + " by the next sync";
    }

    private static void index(Setup setup, Optional<String> reading, Round round) {
        for (Account account : setup.accounts()) {
            String check = "index " + account.name();
            try (View view = setup.store().openView(account.name())) {
                List<String> damage = view.check();
                if (damage.isEmpty()) {
                    round.well(
                            check,
                            view.size()
                                    + " mails, "
                                    + view.quarantined().size()
                                    + " set aside, no damage"
                                    + (view.size() == 0 ? "" : read(view.reading(), reading)));
                } else {
                    round.ill(
                            check,
                            String.join("; ", damage),
                            "`fraywatch rebuild --account " + account.name() + "` makes it anew.");
                }
            } catch (StoreException e) {
                round.ill(
                        check,
                        String.valueOf(e.getMessage()),
                        "`fraywatch rebuild --account " + account.name() + "` makes it anew.");
            }
        }
    }

    /// How the last passes went.
    private static void passes(Setup setup, Round round) {
        Words words = new Words(setup.zone(), setup.clock().instant());
        List<AccountState> states;
        try {
            states = setup.roster().states();
        } catch (LedgerException e) {
            round.ill("ledger", String.valueOf(e.getMessage()), "Mend it, then run doctor again.");
            return;
        }
        for (AccountState state : states) {
            AccountJson account = AccountJson.of(state, words.now());
            String check = "sync " + state.account();
            for (Shut shut : state.pass().shut()) {
                round.ill(
                        "folder " + shut.folder() + " of " + state.account(),
                        shut.why(),
                        Words.SHUT_FOLDER);
            }
            Optional<Trouble> trouble = state.pass().trouble();
            round.tell(
                    new Finding(
                            1,
                            check,
                            trouble.isEmpty(),
                            trouble.map(t -> SyncWords.failing(t, words))
                                    .orElseGet(() -> SyncWords.well(state, words)),
                            trouble.map(SyncWords::mend).orElse(""),
                            Optional.of(account)));
        }
    }

    /// Mail from an address of one's own that isn't listed would count as a client's.
    private static void ownAddresses(Setup setup, Round round) {
        try {
            for (var account : setup.desk().ownAddresses().entrySet()) {
                String check = "own addresses " + account.getKey();
                if (account.getValue().isEmpty()) {
                    round.well(check, "every address that mail goes out from is listed under 'me'");
                }
                for (OwnAddress own : account.getValue()) {
                    round.ill(
                            check,
                            own.address() + " seems to be yours, too: " + own.evidence(),
                            listIt(account.getKey()));
                }
            }
        } catch (StoreException e) {
            // The check of the index has said it.
            return;
        }
    }

    private static String listIt(AccountName account) {
        return "Add it under 'me' of account '" + account + "', or its mails count as a client's.";
    }

    private static void clock(Setup setup, Instant now, Round round) {
        String detail =
                "it is "
                        + now.atZone(setup.zone()).toLocalDateTime().withNano(0)
                        + " in "
                        + setup.zone();
        String remedy = "Set this machine's clock, best by NTP (timedatectl set-ntp true).";
        if (now.isBefore(WRITTEN)
                || newest(setup)
                        .filter(newest -> newest.isAfter(now.plus(CLOCK_SLACK)))
                        .isPresent()) {
            round.ill("clock", detail + ", which mail already there says can't be", remedy);
        } else {
            round.well("clock", detail);
        }
    }

    private static Optional<Instant> newest(Setup setup) {
        try {
            return setup.desk().stats().stream()
                    .map(Desk.Stats::newest)
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo);
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    private static void smtp(SmtpSection smtp, Round round) {
        String where = smtp.host() + ":" + smtp.portOrDefault();
        try {
            if (new SmtpProbe(smtp, SMTP_PATIENCE).greets()) {
                round.well("smtp", where + " answers");
            } else {
                round.ill(
                        "smtp",
                        where + " answers, but not as a mail server does",
                        "Check 'smtp: port' and 'tls'.");
            }
        } catch (IOException | IllegalArgumentException e) {
            round.ill(
                    "smtp",
                    where + " can't be reached: " + e,
                    "Check 'smtp: host', 'port' and 'tls', and that this machine is online.");
        }
    }

    /// Tells what was found, and remembers whether all was well.
    private static final class Round {
        private final Console console;
        private boolean well = true;

        Round(Console console) {
            this.console = console;
        }

        void well(String check, String detail) {
            tell(new Finding(check, true, detail, ""));
        }

        void ill(String check, String detail, String remedy) {
            tell(new Finding(check, false, detail, remedy));
        }

        void tell(Finding finding) {
            well &= finding.ok();
            Terminal terminal = console.terminal();
            console.emit(finding);
            console.say(
                    (finding.ok() ? terminal.green("ok  ") : terminal.red("BAD "))
                            + " "
                            + terminal.bold(finding.check()));
            console.sayWrapped(5, finding.detail());
            if (!finding.ok()) {
                console.sayWrapped(5, "→ " + finding.remedy());
            }
        }

        Exit exit() {
            return well ? Exit.DONE : Exit.FAILED;
        }
    }
}
