package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who wrote a mail. `From` says it (RFC 5322 §3.6.2), `Sender` only who sent it for them.
///
/// Mailing lists rewrite `From` to themselves so that DMARC holds (RFC 7960 §4.1.3); the person is
/// then in `X-Original-From` (Google Groups), `Reply-To` (Mailman 2 and 3), `X-MailFrom` (Mailman
/// 3), `Cc` (Mailman, where answers go to the list), or coded into the address (`dana=x.example@…`,
/// groups.io).
final class Authors {
    /// Where the person may be, the surest first.
    private static final List<String> PLACES =
            List.of(
                    "x-original-from",
                    "reply-to",
                    "x-original-sender",
                    "x-mailfrom",
                    "x-original-reply-to",
                    "cc");

    private static final int MOST_CANDIDATES = 20;

    private final RawHeaders headers;
    private final Address shown;
    private final String name;

    private Authors(RawHeaders headers, Address shown) {
        this.headers = headers;
        this.shown = shown;
        this.name = PersonName.of(shown.name()).full();
    }

    static Optional<Address> author(RawHeaders headers, List<Address> from) {
        if (from.isEmpty()) {
            return Addresses.parse(headers.first("sender"), 1).stream().findFirst();
        }
        Authors authors = new Authors(headers, from.getFirst());
        return Optional.of(authors.isRewritten() ? authors.person() : from.getFirst());
    }

    private boolean isRewritten() {
        boolean list =
                headers.has("list-id")
                        || headers.has("list-post")
                        || headers.has("mailing-list")
                        || headers.has("x-beenthere");
        return headers.has("x-original-from")
                || (list && (isVia() || isList(shown)))
                || (list && coded().isPresent())
                || (isVia() && (named().isPresent() || coded().isPresent()));
    }

    private boolean isVia() {
        return !PersonName.beforeVia(shown.name()).equals(shown.name());
    }

    private Address person() {
        Optional<Address> found = named().or(this::coded).or(this::likeliest);
        String called =
                found.map(Address::name)
                        .map(other -> PersonName.of(other).full())
                        .filter(other -> !other.isEmpty())
                        .orElse(name);
        return new Address(called, found.orElse(shown).address());
    }

    /// Somebody of the very name that `From` shows.
    private Optional<Address> named() {
        String key = new PersonName(name).key();
        return key.isEmpty()
                ? Optional.empty()
                : candidates(PLACES).stream()
                        .filter(one -> PersonName.of(one.name()).key().equals(key))
                        .findFirst();
    }

    /// Whoever a field names that nobody but the author is put into.
    private Optional<Address> likeliest() {
        return candidates(PLACES.subList(0, PLACES.size() - 1)).stream().findFirst();
    }

    private List<Address> candidates(List<String> fields) {
        List<Address> candidates = new ArrayList<>();
        for (String field : fields) {
            Addresses.parse(headers.first(field), MOST_CANDIDATES).stream()
                    .filter(one -> one.address().indexOf('@') > 0)
                    .filter(one -> !one.address().equals(shown.address()) && !isList(one))
                    .forEach(candidates::add);
        }
        return candidates;
    }

    /// `dana=x.example@groups.example` stands for `dana@x.example`, and a name that is itself an
    /// address for that one.
    private Optional<Address> coded() {
        String local = shown.local();
        int equals = local.lastIndexOf('=');
        boolean domain = equals > 0 && local.indexOf('.', equals) > equals + 1;
        if (domain && local.indexOf('+') < 0 && !local.contains("bounce")) {
            return Optional.of(
                    new Address(
                            name, local.substring(0, equals) + '@' + local.substring(equals + 1)));
        }
        if (!isVia()) {
            return Optional.empty();
        }
        return Addresses.parse(PersonName.beforeVia(shown.name()), 1).stream()
                .filter(one -> one.address().indexOf('@') > 0 && !isList(one))
                .findFirst();
    }

    /// Whether an address is the list's own: the one in `List-Post` or `X-BeenThere`, the one its
    /// `List-Id` is made of, or one of the forms they take for bounces.
    private boolean isList(Address address) {
        String plain = address.address();
        String post = lower("list-post");
        String id = lower("list-id");
        String here = lower("x-beenthere");
        return post.contains("mailto:" + plain)
                || post.contains("mailto:" + plain.replace("-bounces@", "@"))
                || id.contains(plain.replace('@', '.'))
                || (!here.isEmpty() && here.contains(plain))
                || address.local().contains("-bounces");
    }

    private String lower(String field) {
        return headers.first(field).toLowerCase(Locale.ROOT);
    }
}
