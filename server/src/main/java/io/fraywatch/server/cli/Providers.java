package io.fraywatch.server.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where well-known providers keep the mail of their customers.
final class Providers {
    private static final Map<String, String> HOSTS = hosts();

    private Providers() {}

    private static Map<String, String> hosts() {
        Map<String, String> hosts = new HashMap<>();
        put(hosts, "imap.gmail.com", "gmail.com", "googlemail.com");
        put(hosts, "outlook.office365.com", "outlook.com", "hotmail.com", "live.com", "msn.com");
        put(hosts, "imap.mail.me.com", "icloud.com", "me.com", "mac.com");
        put(
                hosts,
                "imap.mail.yahoo.com",
                "yahoo.com",
                "ymail.com",
                "rocketmail.com",
                "yahoo.co.uk",
                "yahoo.de",
                "yahoo.fr");
        put(hosts, "imap.gmx.com", "gmx.com");
        put(hosts, "imap.gmx.net", "gmx.net", "gmx.de", "gmx.at");
        put(hosts, "imap.web.de", "web.de");
        put(hosts, "imap.aol.com", "aol.com");
        put(hosts, "imap.fastmail.com", "fastmail.com", "fastmail.fm");
        put(hosts, "imap.zoho.com", "zoho.com");
        put(hosts, "secureimap.t-online.de", "t-online.de");
        put(hosts, "imap.orange.fr", "orange.fr");
        return Map.copyOf(hosts);
    }

    private static void put(Map<String, String> hosts, String host, String... domains) {
        List.of(domains).forEach(domain -> hosts.put(domain, host));
    }

    /// The IMAP server of an address: a known one, else a guess by the usual name.
    static String hostFor(String address) {
        String domain = domain(address);
        return Optional.ofNullable(HOSTS.get(domain)).orElse("imap." + domain);
    }

    /// Whether strangers have addresses of the same domain.
    static boolean isShared(String address) {
        return HOSTS.containsKey(domain(address));
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
