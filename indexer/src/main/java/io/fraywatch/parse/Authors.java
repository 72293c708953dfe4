package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who wrote a mail. Mailing lists rewrite `From` to themselves (`Dana via Team
/// <team@lists.example>`) so that DMARC holds; the person is then in `X-Original-From` or
/// `Reply-To`.
final class Authors {
    private Authors() {}

    static Optional<Address> author(RawHeaders headers, List<Address> from) {
        if (from.isEmpty()) {
            return Addresses.parse(headers.first("sender"), 1).stream().findFirst();
        }
        Address shown = from.getFirst();
        return rewritten(headers, shown) ? Optional.of(person(headers, shown)) : Optional.of(shown);
    }

    private static boolean rewritten(RawHeaders headers, Address from) {
        boolean viaName = via(from.name()) > 0;
        boolean list =
                headers.has("list-id") || headers.has("list-post") || headers.has("mailing-list");
        return headers.has("x-original-from") || (list && (viaName || isList(headers, from)));
    }

    private static Address person(RawHeaders headers, Address from) {
        for (String field : List.of("x-original-from", "reply-to", "x-original-sender", "cc")) {
            for (Address candidate : Addresses.parse(headers.first(field), 20)) {
                if (candidate.address().indexOf('@') > 0
                        && !candidate.address().equals(from.address())
                        && !isList(headers, candidate)
                        && (!field.equals("cc")
                                || candidate.name().equalsIgnoreCase(cleaned(from.name())))) {
                    return new Address(
                            candidate.name().isEmpty()
                                    ? cleaned(from.name())
                                    : cleaned(candidate.name()),
                            candidate.address());
                }
            }
        }
        return new Address(cleaned(from.name()), from.address());
    }

    /// Whether an address is the list's own: the one in `List-Post`, or the one its `List-Id` is
    /// made of.
    private static boolean isList(RawHeaders headers, Address address) {
        String post = headers.first("list-post").toLowerCase(Locale.ROOT);
        String id = headers.first("list-id").toLowerCase(Locale.ROOT);
        return post.contains("mailto:" + address.address())
                || id.contains(address.address().replace('@', '.'));
    }

    private static String cleaned(String name) {
        int via = via(name);
        String person = (via > 0 ? name.substring(0, via) : name).strip();
        boolean quoted = person.length() > 2 && person.startsWith("'") && person.endsWith("'");
        return quoted ? person.substring(1, person.length() - 1) : person;
    }

    private static int via(String name) {
        return name.toLowerCase(Locale.ROOT).lastIndexOf(" via ");
    }
}
