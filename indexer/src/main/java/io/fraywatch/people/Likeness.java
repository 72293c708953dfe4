package io.fraywatch.people;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Domains;
import io.fraywatch.mail.PersonName;
import java.util.Arrays;
import java.util.List;

/// How much the form of two addresses under one full name says that they are one person's, 0 to 1.
final class Likeness {
    private static final int TELLING_LABEL = 4;
    private static final int TELLING_LOCAL = 5;

    private Likeness() {}

    static double of(Address one, Address other, PersonName name) {
        boolean sameLocal = plain(one).equals(plain(other));
        boolean free = Domains.isFreeMail(one.domain()) || Domains.isFreeMail(other.domain());
        String a = Domains.organisation(one.domain());
        String b = Domains.organisation(other.domain());
        if (!free && a.equals(b)) {
            return sameLocal ? 0.97 : numbered(plain(one), plain(other)) ? 0.2 : 0.85;
        }
        if (!free && Domains.label(a).equals(Domains.label(b))) {
            boolean telling = Domains.label(a).length() >= TELLING_LABEL;
            return sameLocal ? 0.88 : telling ? 0.75 : 0;
        }
        if (!sameLocal) {
            return 0;
        }
        return isTelling(plain(one), name) ? 0.85 : 0.3;
    }

    /// Two of one name in a large firm are told apart by a number: `john.smith2`.
    private static boolean numbered(String one, String other) {
        return letters(one).equals(letters(other));
    }

    /// Whether the part before the `@` is more than the name spelt out, so that a namesake would
    /// hardly have chosen it too.
    private static boolean isTelling(String local, PersonName name) {
        String rest = local;
        List<String> words =
                Arrays.stream(name.key().split(" ", -1)).filter(w -> !w.isEmpty()).toList();
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        boolean initialAndName =
                words.stream()
                        .anyMatch(word ->
                                words.stream()
                                        .anyMatch(first ->
                                                local.equals(first.charAt(0) + word)
                                                        || local.equals(word + first.charAt(0))));
        return local.length() >= TELLING_LOCAL && !initialAndName && rest.length() >= 2;
    }

    private static String plain(Address address) {
        return Address.of(address.withoutTag())
                .local()
                .replace(".", "")
                .replace("_", "")
                .replace("-", "");
    }

    private static String letters(String local) {
        StringBuilder letters = new StringBuilder(local.length());
        local.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
