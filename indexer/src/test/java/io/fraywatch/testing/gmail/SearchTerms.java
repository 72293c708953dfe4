package io.fraywatch.testing.gmail;

import io.fraywatch.testing.gmail.Answers.Refusal;
import io.fraywatch.testing.gmail.FakeMailbox.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The little of Gmail's search language that readers of mailboxes use: `in:`, `label:`, `before:`
/// and `after:` with seconds since 1970, each also with `-`. Refuses the rest rather than guessing.
final class SearchTerms {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<Predicate<Mail>> terms = new ArrayList<>();

    private SearchTerms() {}

    static SearchTerms parse(String query) throws Refusal {
        SearchTerms parsed = new SearchTerms();
        for (String word : SPACE.split(query.strip(), -1)) {
            if (!word.isEmpty()) {
                boolean not = word.startsWith("-");
                Predicate<Mail> term = term(not ? word.substring(1) : word);
                parsed.terms.add(not ? term.negate() : term);
            }
        }
        return parsed;
    }

    private static Predicate<Mail> term(String word) throws Refusal {
        int colon = word.indexOf(':');
        String value = word.substring(colon + 1);
        return switch (word.substring(0, Math.max(0, colon))) {
            case "in", "label" -> {
                String upper = value.toUpperCase(Locale.ROOT);
                String label =
                        switch (upper) {
                            case "DRAFTS" -> "DRAFT";
                            case "CHATS" -> "CHAT";
                            default -> upper;
                        };
                yield mail -> mail.labels().contains(label);
            }
            case "before" -> mail -> mail.internalDate() < Long.parseLong(value) * 1_000;
            case "after" -> mail -> mail.internalDate() > Long.parseLong(value) * 1_000;
            default -> throw new Refusal(new Fault(400, "invalidArgument"));
        };
    }

    boolean match(Mail mail) {
        return terms.stream().allMatch(term -> term.test(mail));
    }
}
