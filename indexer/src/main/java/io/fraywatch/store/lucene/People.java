package io.fraywatch.store.lucene;

import io.fraywatch.mail.Address;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// By which terms somebody is found: the whole address, each of its domains, and the words of name
/// and address.
final class People {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private People() {}

    static Set<String> terms(Collection<Address> people) {
        Set<String> terms = new LinkedHashSet<>();
        for (Address person : people) {
            terms.add(Fields.term(person.address()));
            terms.add(Fields.term(person.withoutTag()));
            for (String domain = person.domain(); !domain.isEmpty(); domain = parent(domain)) {
                terms.add(Fields.term(domain));
            }
            words(person.name()).forEach(word -> terms.add(Fields.term(word)));
            words(person.address()).forEach(word -> terms.add(Fields.term(word)));
        }
        return terms;
    }

    /// What a search for `who` looks for; all of these must be there.
    static List<String> wanted(String who) {
        String folded = Words.fold(who.strip());
        boolean domain = folded.startsWith("@");
        boolean dotted = folded.contains(".") && !folded.contains(" ");
        if (domain || folded.contains("@") || dotted) {
            return List.of(Fields.term(domain ? folded.substring(1) : folded));
        }
        return words(folded).stream().map(Fields::term).toList();
    }

    private static List<String> words(String text) {
        return NO_WORD.splitAsStream(Words.fold(text))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String parent(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? "" : domain.substring(dot + 1);
    }
}
