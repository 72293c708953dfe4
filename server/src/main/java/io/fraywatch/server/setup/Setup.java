package io.fraywatch.server.setup;

import io.fraywatch.analyze.ThresholdOverrides;
import io.fraywatch.analyze.Thresholds;
import io.fraywatch.flags.Decisions;
import io.fraywatch.flags.Hush;
import io.fraywatch.flags.Ledger;
import io.fraywatch.flags.LedgerException;
import io.fraywatch.flags.Notes;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.parse.MailParser;
import io.fraywatch.server.config.AccountSettings;
import io.fraywatch.server.config.ClientSettings;
import io.fraywatch.server.config.EmbeddingsMode;
import io.fraywatch.server.config.Settings;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.lucene.LuceneStore;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Arranger;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.Notebook;
import io.fraywatch.sync.Passes;
import io.fraywatch.sync.Policy;
import io.fraywatch.sync.Replay;
import io.fraywatch.sync.Roster;
import io.fraywatch.sync.StoreArranger;
import io.fraywatch.sync.StoreDesk;
import io.fraywatch.sync.StoreNotebook;
import io.fraywatch.sync.StoreRoster;
import io.fraywatch.sync.Synchronizer;
import io.fraywatch.sync.Turns;
import io.fraywatch.sync.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The wiring between the configuration and the indexer. Opens nothing by itself.
public final class Setup {
    private static final Duration SEARCH_TIME = Duration.ofSeconds(2);

    private final SettingsFile file;
    private final Clock clock;
    private final MailStore store;
    private final Supplier<Notes> openedNotes;
    private final Supplier<Embeddings> embeddings;

    /// @param clock tells the time, and the zone of a user who names none
    public Setup(SettingsFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.openedNotes = new Once<>(() -> ledger().notes());
        this.embeddings =
                new Once<>(() -> Embeddings.of(settings().embeddings().orElse(EmbeddingsMode.OFF)));
        this.store =
                new LuceneStore(
                        file.dataDir().resolve("mail"),
                        SEARCH_TIME,
                        () -> embeddings.get().reading());
    }

    public SettingsFile file() {
        return file;
    }

    public Settings settings() {
        return file.settings();
    }

    public Clock clock() {
        return clock;
    }

    public Path dataDir() {
        return file.dataDir();
    }

    /// The user's own time zone.
    public ZoneId zone() {
        return settings().zone().orElse(clock.getZone());
    }

    public MailStore store() {
        return store;
    }

    public Desk desk() {
        return desk(new Once<>(this::policy));
    }

    /// @param policy asked anew for every question
    public Desk desk(Supplier<Policy> policy) {
        return new StoreDesk(store, accounts(), policy, notes(), clock);
    }

    /// What the user doesn't want to hear of; nothing as long as they never said anything.
    public Hush hush() {
        return Files.exists(ledgerFile()) ? ledger().feedback().hush() : Hush.NONE;
    }

    /// What the user wrote by hand; nothing as long as they never wrote anything.
    public Notebook.Reader notes() {
        return account -> Files.exists(ledgerFile()) ? openedNotes.get().of(account) : List.of();
    }

    /// By which the user writes about conversations.
    public Notebook notebook() {
        return new StoreNotebook(store, openedNotes.get(), accounts());
    }

    private Path ledgerFile() {
        return dataDir().resolve("fraywatch.db");
    }

    /// Makes passes.
    ///
    /// @throws EmbeddingsException if the embedding model that is wanted in any case can't be used
    public Synchronizer synchronizer() {
        return synchronizer(ledger());
    }

    private Synchronizer synchronizer(Ledger ledger) {
        Decisions decisions = ledger.decisions();
        Embeddings wanted = embeddings();
        int atOnce = Math.clamp(settings().accounts().size(), 1, Turns.AT_ONCE);
        return new Synchronizer(
                store, new MailParser(), new Once<>(wanted::reader), decisions::of, atOnce);
    }

    /// The embedding model that is asked about sentences, if the configuration wants one.
    ///
    /// @throws EmbeddingsException if it is wanted in any case and can't be used
    public Embeddings embeddings() {
        return embeddings.get();
    }

    /// Makes passes over the mailboxes, and writes down how they went.
    public Passes passes() {
        Ledger ledger = ledger();
        return new Passes(synchronizer(ledger), ledger.passes(), clock);
    }

    /// By which the user splits and merges conversations.
    public Arranger arranger() {
        return new StoreArranger(store, ledger().decisions(), accounts());
    }

    /// Tells how each account is doing.
    public Roster roster() {
        List<AccountName> names =
                settings().accounts().stream().map(AccountSettings::accountName).toList();
        return new StoreRoster(store, ledger().passes(), names);
    }

    /// Opens the flags and digests that are kept, making their file if need be.
    public Ledger ledger() {
        try {
            Files.createDirectories(dataDir());
        } catch (IOException e) {
            throw new LedgerException(
                    "the folder "
                            + dataDir()
                            + " can't be made; check 'dataDir' and its permissions",
                    e);
        }
        return Ledger.open(ledgerFile());
    }

    public Verifier verifier() {
        return new Verifier(store, new MailParser());
    }

    public List<Account> accounts() {
        return settings().accounts().stream().map(this::account).toList();
    }

    public Optional<Account> account(String name) {
        return accounts().stream()
                .filter(account -> account.name().equals(new AccountName(name)))
                .findFirst();
    }

    private Account account(AccountSettings settings) {
        return new Account(
                settings.accountName(), settings.identity(), new ConfiguredMailbox(settings, file));
    }

    /// How mail is judged, by the settings. With an alert budget that must be solved anew, all mail
    /// is read for it.
    public Policy policy() {
        return policy(new ThresholdLayers(settings(), budget()));
    }

    private Policy policy(ThresholdLayers layers) {
        Map<Policy.Person, Thresholds> resolved = new ConcurrentHashMap<>();
        return new Policy(
                settings().clientDirectory(),
                person ->
                        resolved.computeIfAbsent(
                                named(person),
                                p ->
                                        layers.resolve(p.client().map(Client::id), p.address())
                                                .thresholds()),
                file.workingTimes().in(zone()),
                zone());
    }

    /// Only people for whom something may differ are told apart.
    private Policy.Person named(Policy.Person person) {
        Optional<ClientSettings> named =
                person.client()
                        .flatMap(client ->
                                settings().clients().stream()
                                        .filter(own -> own.id().equals(client.id().value()))
                                        .findFirst());
        return new Policy.Person(
                named.flatMap(own -> person.client()),
                person.address()
                        .filter(address ->
                                named.stream()
                                        .flatMap(own -> own.contacts().stream())
                                        .anyMatch(contact -> contact.is(address))));
    }

    private Optional<ThresholdOverrides.Layer> budget() {
        return new SolvedBudget(settings(), dataDir().resolve("alert-budget.json"))
                .layer(
                        policy(new ThresholdLayers(settings(), Optional.empty())),
                        () -> Replay.open(store, accounts(), notes()),
                        LocalDate.now(clock.withZone(zone())));
    }

    /// The thresholds that hold for a client, and where each comes from; for an empty one, those
    /// for everybody.
    ///
    /// @param person one of the client's people; empty for all
    public Thresholds.Resolved thresholds(Optional<ClientId> client, Optional<Address> person) {
        return new ThresholdLayers(settings(), budget()).resolve(client, person);
    }
}
