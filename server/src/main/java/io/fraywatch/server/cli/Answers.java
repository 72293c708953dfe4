package io.fraywatch.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What the user wants of `init`.
///
/// @param mailbox how it is reached
record Answers(String address, Mailbox mailbox) {
    static final String PASSWORD_FILE = "mail.password";

    /// How a mailbox is reached.
    sealed interface Mailbox {}

    /// One that lies on this machine.
    record Files(String kind, String path) implements Mailbox {}

    /// One on a server.
    record Imap(String host, Optional<Integer> port, String tls, String username, Proof proof)
            implements Mailbox {}

    /// What one proves oneself with.
    sealed interface Proof {}

    /// @param password to be kept in the file, unless it holds one already
    record Password(String file, Optional<String> password) implements Proof {}

    /// A login in the browser, at Microsoft.
    record Browser(String clientId) implements Proof {}

    /// The password to be kept, if one was typed.
    Optional<String> password() {
        return mailbox instanceof Imap(_, _, _, _, Password(_, Optional<String> typed))
                ? typed
                : Optional.empty();
    }

    /// Whether the user must log in in the browser before anything can be read.
    boolean logsInFirst() {
        return mailbox instanceof Imap(_, _, _, _, Browser _);
    }

    static Answers ask(Call call, Questions questions, Autoconfig autoconfig)
            throws IOException, Failure {
        String address = questions.ask("address", "Your mail address", "");
        String kind = call.text("kind").orElse(call.text("path").isPresent() ? "maildir" : "imap");
        return new Answers(
                address,
                kind.equals("imap")
                        ? imap(address, call, questions, autoconfig)
                        : new Files(
                                kind,
                                questions.ask("path", "Where does the " + kind + " lie", "")));
    }

    /// A known provider's server isn't asked for; of an unknown one the user may say the name.
    private static Imap imap(String address, Call call, Questions questions, Autoconfig autoconfig)
            throws IOException, Failure {
        Optional<Provider> known =
                call.text("host").isPresent() ? Optional.empty() : Providers.ofAddress(address);
        if (call.flag("lookup") && call.text("host").isEmpty() && known.isEmpty()) {
            Optional<Imap> published = published(address, call, questions, autoconfig);
            if (published.isPresent()) {
                return published.get();
            }
        }
        String host =
                known.isPresent()
                        ? known.get().host()
                        : questions.ask(
                                "host",
                                "IMAP server, or the name of your provider (IONOS, OVH, Microsoft"
                                        + " 365 …)",
                                Providers.guess(address));
        Optional<Provider> provider = known.or(() -> Providers.named(host));
        requireReadable(provider);
        String usual = provider.map(p -> p.username(address)).orElse(address);
        String username =
                provider.isPresent()
                        ? call.text("username").orElse(usual)
                        : questions.ask("username", "Login name", usual);
        return new Imap(
                provider.map(Provider::host).orElse(host),
                call.number("port").or(() -> provider.flatMap(Answers::unusualPort)),
                call.text("tls").or(() -> provider.map(Provider::tls)).orElse("implicit"),
                username,
                proof(provider, call, questions));
    }

    /// As the address's own domain tells; options go before it.
    private static Optional<Imap> published(
            String address, Call call, Questions questions, Autoconfig autoconfig)
            throws IOException, Failure {
        String domain = address.substring(address.indexOf('@') + 1);
        Optional<Autoconfig.Found> found = autoconfig.of(address);
        if (found.isEmpty()) {
            call.console().remark(domain + " tells no program where its mail lies.");
            return Optional.empty();
        }
        Autoconfig.Found server = found.get();
        call.console()
                .remark(domain + " keeps its mail at " + server.host() + ":" + server.port() + ".");
        return Optional.of(
                new Imap(
                        server.host(),
                        call.number("port").or(() -> Optional.of(server.port())),
                        call.text("tls").orElse(server.tls()),
                        call.text("username").orElse(server.username()),
                        proof(Optional.empty(), call, questions)));
    }

    private static void requireReadable(Optional<Provider> provider) throws Failure {
        Optional<Provider> closed = provider.filter(p -> p.login() == Provider.Login.NONE);
        if (closed.isPresent()) {
            throw new Failure(Exit.USAGE, closed.get().hint());
        }
    }

    private static Optional<Integer> unusualPort(Provider provider) {
        int usual = provider.tls().equals("implicit") ? 993 : 143;
        return provider.port() == usual ? Optional.empty() : Optional.of(provider.port());
    }

    private static Proof proof(Optional<Provider> provider, Call call, Questions questions)
            throws IOException, Failure {
        if (call.text("passwordFile").isPresent()) {
            Path file = Path.of(call.required("passwordFile")).toAbsolutePath();
            return new Password(file.toString(), Optional.empty());
        }
        provider.map(Provider::hint)
                .filter(hint -> !hint.isEmpty())
                .ifPresent(call.console()::remark);
        boolean browser = provider.filter(p -> p.login() == Provider.Login.OAUTH).isPresent();
        return browser || call.text("client-id").isPresent()
                ? new Browser(
                        questions.ask(
                                "client-id",
                                "Client id of the application you registered (docs/gmail.md says"
                                        + " how)",
                                ""))
                : new Password(PASSWORD_FILE, Optional.of(questions.askPassword()));
    }

    /// The configuration.
    ///
    /// @param folder where it is going to lie
    String yaml(Path folder) {
        String domain = address.substring(address.indexOf('@') + 1);
        return """
        # Fraywatch's configuration. Every key with its default: config/fraywatch.example.yml

        # Where everything Fraywatch keeps lies; relative paths start at this file.
        dataDir: %s

        accounts:
          - name: mail
        %s    # Your own addresses; add your aliases, or mails you sent from them count as a client's.
            me: [%s]
        %s
        # Name clients to give them a name, a time zone, or thresholds of their own:
        # clients:
        #   - id: harborlane
        #     name: Harbor Lane
        #     domains: [harborlane.example]

        # Everybody else who writes counts as a client, too: one per domain.
        clientsFromMail: true

        digest:
          # to: %s # uncomment, and add an smtp section, to get it by mail
          at: "07:00"
        """
                .formatted(
                        folder.endsWith("config") ? "../data" : "data",
                        lines(mailbox),
                        quoted(address),
                        Providers.isShared(address)
                                ? ""
                                : "    # Domains whose people are colleagues and no clients:\n    # team: ["
                                        + domain
                                        + "]\n",
                        address);
    }

    private static String lines(Mailbox mailbox) {
        return switch (mailbox) {
            case Files files ->
                    "    kind: %s\n    path: %s\n"
                            .formatted(
                                    files.kind(),
                                    quoted(Path.of(files.path()).toAbsolutePath().toString()));
            case Imap imap ->
                    "    kind: imap\n    host: %s\n%s    tls: %s\n    username: %s\n%s"
                            .formatted(
                                    quoted(imap.host()),
                                    imap.port().map(p -> "    port: " + p + "\n").orElse(""),
                                    imap.tls(),
                                    quoted(imap.username()),
                                    lines(imap.proof()));
        };
    }

    private static String lines(Proof proof) {
        return switch (proof) {
            case Password password ->
                    "    passwordFile: %s # readable by you alone\n"
                            .formatted(quoted(password.file()));
            case Browser browser ->
                    "    oauth:\n      provider: microsoft\n      clientId: %s\n"
                            .formatted(quoted(browser.clientId()));
        };
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
