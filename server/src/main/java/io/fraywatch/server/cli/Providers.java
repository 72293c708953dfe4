package io.fraywatch.server.cli;

import io.fraywatch.mail.Domains;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where well-known providers keep the mail of their customers (`providers.txt`). Nobody is asked
/// over the network.
final class Providers {
    private static final List<Provider> ALL = read();
    private static final Map<String, Provider> BY_DOMAIN = byDomain();

    private Providers() {}

    private static List<Provider> read() {
        try (InputStream table = Providers.class.getResourceAsStream("providers.txt")) {
            if (table == null) {
                throw new IllegalStateException("the table of providers isn't packed");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Provider::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Provider> byDomain() {
        Map<String, Provider> byDomain = new HashMap<>();
        for (Provider provider : ALL) {
            provider.domains().forEach(domain -> byDomain.put(domain, provider));
        }
        return Map.copyOf(byDomain);
    }

    static List<Provider> all() {
        return ALL;
    }

    /// Who gives away addresses of this domain.
    static Optional<Provider> ofAddress(String address) {
        return Optional.ofNullable(BY_DOMAIN.get(domain(address)));
    }

    /// The one of this name, its case and spaces aside.
    static Optional<Provider> named(String name) {
        return ALL.stream().filter(each -> plain(each.name()).equals(plain(name))).findFirst();
    }

    /// The usual name of an IMAP server, for an address of a domain nobody knows.
    static String guess(String address) {
        return "imap." + domain(address);
    }

    /// Whether strangers have addresses of the same domain.
    static boolean isShared(String address) {
        String domain = domain(address);
        return BY_DOMAIN.containsKey(domain) || Domains.isFreeMail(domain);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
