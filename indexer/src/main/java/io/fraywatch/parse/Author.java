package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a mail's author may sign with: the words of the display name and of the address.
///
/// @param names in lower case
/// @param initials of the display name in lower case, such as `dr`; may be empty
record Author(Set<String> names, String initials) {
    static final Author UNKNOWN = new Author(Set.of(), "");

    private static final Set<String> OFFICES =
            Set.of(
                    "info", "sales", "office", "support", "contact", "hello", "mail", "admin",
                    "team", "service", "billing", "reply", "noreply");

    Author {
        names = Set.copyOf(names);
    }

    static Author of(Optional<Address> address) {
        return address.map(Author::of).orElse(UNKNOWN);
    }

    private static Author of(Address address) {
        Set<String> names = new HashSet<>();
        StringBuilder initials = new StringBuilder();
        for (String word : words(address.name())) {
            names.add(word);
            initials.append(word.charAt(0));
        }
        String local = address.withoutTag();
        int at = local.lastIndexOf('@');
        List<String> parts = words(at < 0 ? "" : local.substring(0, at));
        StringBuilder ofAddress = new StringBuilder();
        for (String part : parts) {
            if (part.length() > 2 && !OFFICES.contains(part)) {
                names.add(part);
            }
            ofAddress.append(part.charAt(0));
        }
        return new Author(names, (initials.isEmpty() ? ofAddress : initials).toString());
    }

    /// The runs of letters.
    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}']+", 0)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Whether a line holds nothing but the author's name, part of it or its initials.
    ///
    /// @param line in lower case
    boolean signs(String line) {
        if (line.length() > 40 || names.isEmpty()) {
            return false;
        }
        List<String> words = words(line);
        if (words.size() == 1 && words.getFirst().length() <= 3) {
            String word = words.getFirst();
            return names.contains(word)
                    || word.equals(initials)
                    || (initials.length() > 1 && word.equals(initials.substring(0, 1)));
        }
        return !words.isEmpty()
                && line.chars().noneMatch(Character::isDigit)
                && words.stream().allMatch(word -> names.contains(word) || word.length() == 1)
                && words.stream().anyMatch(names::contains);
    }
}
