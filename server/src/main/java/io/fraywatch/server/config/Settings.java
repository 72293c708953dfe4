package io.fraywatch.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.analyze.ThresholdOverrides;
import io.fraywatch.mail.ClientDirectory;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole configuration file. [SettingsFile] reads it.
///
/// @param dataDir where everything Fraywatch keeps lies; default `data` beside the file
/// @param zone the user's own time zone; default the machine's
/// @param accounts the mailboxes, at least one
/// @param clientsFromMail whether everybody outside `me` and `team` counts as a client; default
///   true
/// @param thresholds what differs from the built-in thresholds
/// @param syncEveryMinutes how long the server waits between two looks at a mailbox, 1 to 1,440;
///   default 5
/// @param server Dropwizard's own section, as written
/// @param logging Dropwizard's own section, as written
public record Settings(
        Optional<String> dataDir,
        Optional<ZoneId> zone,
        List<AccountSettings> accounts,
        List<ClientSettings> clients,
        Optional<Boolean> clientsFromMail,
        Optional<ThresholdOverrides> thresholds,
        Optional<Integer> syncEveryMinutes,
        Optional<DigestSection> digest,
        Optional<SmtpSection> smtp,
        Optional<JsonNode> server,
        Optional<JsonNode> logging) {
    private static final int DEFAULT_PORT = 8420;

    public Settings {
        // Jackson reads an absent section as a null node.
        server = server.filter(section -> !section.isNull());
        logging = logging.filter(section -> !section.isNull());
        accounts = List.copyOf(accounts);
        clients = List.copyOf(clients);
        if (accounts.isEmpty()) {
            throw new BadSetting(
                    "there is no mailbox; add one under 'accounts', or let `fraywatch init` write the file",
                    "accounts");
        }
        requireUnlike(accounts.stream().map(AccountSettings::name).toList(), "accounts", "name");
        requireUnlike(clients.stream().map(ClientSettings::id).toList(), "clients", "id");
        requireOneOwner(clients);
        thresholds.ifPresent(all -> Bounds.require(all, "thresholds"));
        syncEveryMinutes.ifPresent(
                minutes -> BadSetting.requireRange(minutes, 1, 1_440, "syncEveryMinutes"));
    }

    private static void requireUnlike(List<String> names, String list, String key) {
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                throw new BadSetting(
                        "there are two "
                                + list
                                + " with the "
                                + key
                                + " '"
                                + names.get(i)
                                + "'; rename one",
                        list,
                        i,
                        key);
            }
        }
    }

    private static void requireOneOwner(List<ClientSettings> clients) {
        Map<String, String> owners = new HashMap<>();
        for (int i = 0; i < clients.size(); i++) {
            ClientSettings client = clients.get(i);
            for (String domain : client.domains()) {
                String other = owners.putIfAbsent(domain, client.id());
                if (other != null) {
                    throw new BadSetting(
                            "the domain '"
                                    + domain
                                    + "' belongs to client '"
                                    + other
                                    + "' already; keep it with one of them",
                            "clients",
                            i,
                            "domains");
                }
            }
        }
    }

    /// Who is whose client, by these settings.
    public ClientDirectory clientDirectory() {
        return new ClientDirectory(
                clients.stream().map(ClientSettings::client).toList(),
                clientsFromMail.orElse(true));
    }

    /// The port that the pages are served on.
    public int port() {
        return server.map(section -> section.path("connector").path("port").asInt(DEFAULT_PORT))
                .orElse(DEFAULT_PORT);
    }

    public DigestSection digestOrDefault() {
        return digest.orElse(DigestSection.DEFAULT);
    }
}
