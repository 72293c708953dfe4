package io.fraywatch.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says whose client an address is: first the clients the user named, then, if wanted, one per
/// domain.
///
/// At free-mail providers a domain says nothing about who somebody is, so there everybody stands
/// for themselves.
public final class ClientDirectory {
    private static final Set<String> FREE_MAIL =
            Set.of(
                    "gmail.com",
                    "googlemail.com",
                    "outlook.com",
                    "hotmail.com",
                    "hotmail.co.uk",
                    "hotmail.fr",
                    "live.com",
                    "msn.com",
                    "yahoo.com",
                    "yahoo.co.uk",
                    "yahoo.fr",
                    "yahoo.de",
                    "yahoo.co.in",
                    "ymail.com",
                    "rocketmail.com",
                    "aol.com",
                    "icloud.com",
                    "me.com",
                    "mac.com",
                    "proton.me",
                    "protonmail.com",
                    "pm.me",
                    "gmx.de",
                    "gmx.net",
                    "gmx.com",
                    "gmx.at",
                    "web.de",
                    "t-online.de",
                    "freenet.de",
                    "mail.com",
                    "mail.ru",
                    "yandex.ru",
                    "yandex.com",
                    "qq.com",
                    "163.com",
                    "126.com",
                    "sina.com",
                    "orange.fr",
                    "free.fr",
                    "laposte.net",
                    "wanadoo.fr",
                    "libero.it",
                    "virgilio.it",
                    "alice.it",
                    "terra.com.br",
                    "uol.com.br",
                    "bol.com.br",
                    "comcast.net",
                    "verizon.net",
                    "att.net",
                    "sbcglobal.net",
                    "cox.net",
                    "earthlink.net",
                    "btinternet.com",
                    "sky.com",
                    "bigpond.com",
                    "fastmail.com",
                    "fastmail.fm",
                    "hey.com",
                    "zoho.com",
                    "tutanota.com",
                    "tuta.io",
                    "rediffmail.com",
                    "naver.com",
                    "hanmail.net",
                    "ziggo.nl",
                    "kpnmail.nl");

    private final List<Client> named;
    private final Map<String, Client> byAddress = new HashMap<>();
    private final Map<String, Client> byDomain = new HashMap<>();
    private final boolean everybody;

    /// @param everybody whether people the user didn't name count as clients too
    public ClientDirectory(List<Client> named, boolean everybody) {
        this.named = List.copyOf(named);
        this.everybody = everybody;
        for (Client client : named) {
            client.addresses().forEach(a -> byAddress.put(a, client));
            client.domains().forEach(d -> byDomain.put(d, client));
        }
    }

    /// The clients the user named, in the order of the configuration.
    public List<Client> named() {
        return named;
    }

    /// The client this address belongs to. The caller has already made sure that it isn't one of
    /// ours.
    public Optional<Client> clientOf(Address address) {
        Client known = byAddress.get(address.withoutTag());
        if (known == null) {
            known = byAddress.get(address.address());
        }
        for (String domain = address.domain();
                known == null && !domain.isEmpty();
                domain = parent(domain)) {
            known = byDomain.get(domain);
        }
        if (known != null) {
            return Optional.of(known);
        }
        return everybody && !address.domain().isEmpty()
                ? Optional.of(unnamed(address))
                : Optional.empty();
    }

    private static Client unnamed(Address address) {
        String domain = address.domain();
        if (FREE_MAIL.contains(domain)) {
            String own = address.withoutTag();
            return new Client(
                    new ClientId(own),
                    address.display(),
                    Set.of(),
                    Set.of(own),
                    Optional.empty(),
                    Optional.empty());
        }
        return new Client(
                new ClientId(domain),
                domain,
                Set.of(domain),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static String parent(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? "" : domain.substring(dot + 1);
    }
}
