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
/// @param hours the user's own working hours; default Monday to Friday, 9 to 5
/// @param holidays iCalendar files whose events are days off
/// @param pause when nothing waits, for nobody
/// @param accounts the mailboxes, at least one
/// @param clientsFromMail whether everybody outside `me` and `team` counts as a client; default
///   true
/// @param thresholds what differs from the built-in thresholds
/// @param tiers what differs for the clients of a tier, by the tier's name
/// @param alertsPerDay how many new flags a digest may tell on average, above 0, at most 100;
///   without it all are told
/// @param syncEveryMinutes how long the server waits between two looks at a mailbox, 1 to 1,440;
///   default 5
/// @param embeddings whether a small embedding model is asked where words leave open what a
///   sentence does; default off
/// @param server Dropwizard's own section, as written
/// @param logging Dropwizard's own section, as written
public record Settings(
        Optional<String> dataDir,
        Optional<ZoneId> zone,
        Optional<HoursSection> hours,
        List<String> holidays,
        List<PauseSection> pause,
        List<AccountSettings> accounts,
        List<ClientSettings> clients,
        Optional<Boolean> clientsFromMail,
        Optional<ThresholdOverrides> thresholds,
        Map<String, ThresholdOverrides> tiers,
        Optional<Double> alertsPerDay,
        Optional<Integer> syncEveryMinutes,
        Optional<EmbeddingsMode> embeddings,
        Optional<DigestSection> digest,
        Optional<SmtpSection> smtp,
        Optional<JsonNode> server,
        Optional<JsonNode> logging) {
    private static final int DEFAULT_PORT = 8420;

    public Settings {
        // Jackson reads an absent section as a null node.
        server = server.filter(section -> !section.isNull());
        logging = logging.filter(section -> !section.isNull());
        holidays = List.copyOf(holidays);
        pause = List.copyOf(pause);
        accounts = List.copyOf(accounts);
        clients = List.copyOf(clients);
        if (accounts.isEmpty()) {
            throw new BadSetting(
                    "there is no mailbox; add one under 'accounts', or let `fraywatch init` write"
                            + " the file",
                    "accounts");
        }
        requireUnlike(accounts.stream().map(AccountSettings::name).toList(), "accounts", "name");
        requireUnlike(clients.stream().map(ClientSettings::id).toList(), "clients", "id");
        requireOneOwner(clients);
        thresholds.ifPresent(all -> Bounds.require(all, "thresholds"));
        tiers = Map.copyOf(tiers);
        tiers.forEach((tier, own) -> Bounds.require(own, "tiers", tier));
        requireTiers(tiers, clients);
        alertsPerDay.ifPresent(alerts -> requireAlerts(alerts));
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

    /// A tier may be a mere label; one that is nearly the name of another is a slip.
    private static void requireTiers(
            Map<String, ThresholdOverrides> tiers, List<ClientSettings> clients) {
        for (int i = 0; i < clients.size(); i++) {
            String tier = clients.get(i).tier().orElse("");
            if (tier.isEmpty() || tiers.containsKey(tier)) {
                continue;
            }
            Optional<String> near = Nearest.to(tier, List.copyOf(tiers.keySet()));
            if (near.isPresent()) {
                throw new BadSetting(
                        "there is no tier '"
                                + tier
                                + "' under 'tiers'; did you mean '"
                                + near.get()
                                + "'?",
                        "clients",
                        i,
                        "tier");
            }
        }
    }

    private static void requireAlerts(double alerts) {
        if (!(alerts > 0 && alerts <= 100)) {
            throw new BadSetting(alerts + " must be more than 0 and at most 100", "alertsPerDay");
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
