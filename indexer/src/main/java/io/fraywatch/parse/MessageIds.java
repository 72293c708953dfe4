package io.fraywatch.parse;

import io.fraywatch.mail.MessageId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads ids out of `Message-ID`, `In-Reply-To` and `References` (RFC 5322 §3.6.4) as senders
/// really write them.
final class MessageIds {
    private MessageIds() {}

    /// The one id of a `Message-ID` header, brackets or not.
    static Optional<MessageId> one(String header) {
        List<String> bracketed = bracketed(header);
        if (!bracketed.isEmpty()) {
            return Optional.of(new MessageId(bracketed.getFirst()));
        }
        String bare = header.strip();
        int blank = bare.indexOf(' ');
        return idFrom(blank < 0 ? bare : bare.substring(0, blank));
    }

    /// All ids of a `References` header in the order written, each once; of too many, the first and
    /// the last ones.
    static List<MessageId> references(String header, int most, Problems problems) {
        List<MessageId> ids = each(header);
        if (ids.size() <= most) {
            return ids;
        }
        problems.add("more than " + most + " references; those in the middle were left out");
        List<MessageId> kept = new ArrayList<>(most);
        kept.add(ids.getFirst());
        kept.addAll(ids.subList(ids.size() - most + 1, ids.size()));
        return kept;
    }

    /// The ids of an `In-Reply-To` header. Old mailers wrote prose there (`Your message of …
    /// <dana@x.example>`), so what is one of the mail's own addresses, or looks like an address
    /// next to prose, isn't taken for an id.
    static List<MessageId> inReplyTo(String header, Set<String> addresses) {
        boolean prose = hasProse(header);
        List<MessageId> ids = new ArrayList<>();
        for (MessageId id : each(header)) {
            String text = id.value().toLowerCase(Locale.ROOT);
            if (!addresses.contains(text) && !(prose && looksLikeAddress(text))) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static List<MessageId> each(String header) {
        List<String> found = bracketed(header);
        if (found.isEmpty()) {
            found = bare(header);
        }
        Set<MessageId> ids = new LinkedHashSet<>();
        found.forEach(text -> idFrom(text).ifPresent(ids::add));
        return List.copyOf(ids);
    }

    private static Optional<MessageId> idFrom(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (text.charAt(from) == '<' || text.charAt(from) == '"')) {
            from++;
        }
        while (to > from
                && (text.charAt(to - 1) == '>'
                        || text.charAt(to - 1) == '"'
                        || text.charAt(to - 1) == ',')) {
            to--;
        }
        String id = text.substring(from, to);
        return id.isBlank() ? Optional.empty() : Optional.of(new MessageId(id));
    }

    /// What stands in angle brackets, blanks within dropped; an unclosed one ends at the next blank
    /// or bracket.
    private static List<String> bracketed(String header) {
        List<String> found = new ArrayList<>();
        int at = header.indexOf('<');
        while (at >= 0) {
            int next = header.indexOf('<', at + 1);
            int limit = next < 0 ? header.length() : next;
            int close = indexOf(header, '>', at + 1, limit);
            int end = close >= 0 ? close : firstBlank(header, at + 1, limit);
            String id = withoutBlanks(header, at + 1, end);
            if (!id.isEmpty()) {
                found.add(id);
            }
            at = next;
        }
        return found;
    }

    private static int indexOf(String text, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int firstBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return to;
    }

    private static String withoutBlanks(String text, int from, int to) {
        StringBuilder id = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                id.append(text.charAt(i));
            }
        }
        return id.toString();
    }

    private static List<String> bare(String header) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < header.length(); ) {
            int end = firstBlank(header, at, header.length());
            if (end > at) {
                words.add(header.substring(at, end));
            }
            at = end + 1;
        }
        if (words.size() == 1) {
            return words;
        }
        words.removeIf(word -> word.indexOf('@') < 1);
        return words;
    }

    private static boolean hasProse(String header) {
        boolean inside = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            inside = c == '<' || (inside && c != '>');
            if (!inside && Character.isLetter(c)) {
                return header.indexOf('<') >= 0 || header.indexOf(' ') >= 0;
            }
        }
        return false;
    }

    /// Letters, dots and dashes before the `@`: no machine makes ids like that.
    private static boolean looksLikeAddress(String text) {
        int at = text.indexOf('@');
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return at > 0;
    }
}
