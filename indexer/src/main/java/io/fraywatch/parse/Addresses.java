package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import java.util.ArrayList;
import java.util.List;

/// Reads address lists (RFC 5322 §3.4) and what passes for them: groups are opened, comments taken
/// for names where there is no other, commas in unquoted names put up with.
final class Addresses {
    private final List<Address> found = new ArrayList<>();
    private final int most;
    private String loosePart = "";

    private Addresses(int most) {
        this.most = most;
    }

    static List<Address> parse(String header, int most) {
        Addresses addresses = new Addresses(most);
        addresses.split(header);
        if (addresses.found.isEmpty() && header.contains("=?")) {
            String decoded = EncodedWords.decode(header);
            if (decoded.indexOf('@') >= 0) {
                addresses.split(decoded);
            }
        }
        return addresses.found;
    }

    /// Cuts at commas and semicolons outside quotes, comments and angle brackets; a colon before
    /// any `@` ends a group's name.
    private void split(String header) {
        StringBuilder item = new StringBuilder();
        State state = new State();
        for (int i = 0; i < header.length() && found.size() < most; i++) {
            char c = header.charAt(i);
            boolean escaped =
                    c == '\\' && i + 1 < header.length() && (state.quoted || state.comment > 0);
            if (escaped) {
                item.append(c).append(header.charAt(++i));
                continue;
            }
            state.see(c);
            if (!state.outside()) {
                item.append(c);
            } else if (c == ',' || c == ';') {
                take(item.toString(), c == ',');
                item.setLength(0);
                loosePart = c == ';' ? "" : loosePart;
            } else if (c == ':'
                    && item.indexOf("@") < 0
                    && item.indexOf("=?") < 0
                    && !item.toString().strip().equalsIgnoreCase("mailto")) {
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        take(item.toString(), false);
    }

    private static final class State {
        private boolean quoted;
        private boolean bracket;
        private int comment;

        void see(char c) {
            if (c == '"' && comment == 0) {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                comment++;
            } else if (!quoted && c == ')' && comment > 0) {
                comment--;
            } else if (!quoted && comment == 0 && (c == '<' || c == '>')) {
                bracket = c == '<';
            }
        }

        boolean outside() {
            return !quoted && comment == 0 && !bracket;
        }
    }

    private void take(String item, boolean more) {
        String text = item.strip();
        if (text.isEmpty() || found.size() >= most) {
            return;
        }
        int open = text.indexOf('<', afterQuotes(text));
        if (open >= 0) {
            int close = text.indexOf('>', open);
            String name = loosePart + name(text.substring(0, open));
            String rest = close < 0 ? "" : text.substring(close + 1);
            add(
                    name.isBlank() ? comment(rest) : name,
                    text.substring(open + 1, close < 0 ? text.length() : close));
        } else if (text.indexOf('@') >= 0) {
            bare(text);
        } else if (more) {
            loosePart = loosePart + name(text) + ", ";
            return;
        } else {
            add(loosePart + name(text), name(text));
        }
        loosePart = "";
    }

    private static int afterQuotes(String text) {
        return text.startsWith("\"") ? Math.max(0, text.indexOf('"', 1)) : 0;
    }

    /// `dana@x.example (Dana Reyes)`, or words around an address without brackets.
    private void bare(String text) {
        String comment = comment(text);
        String plain = withoutComments(text);
        String address = plain;
        StringBuilder words = new StringBuilder();
        if (plain.indexOf(' ') >= 0 && plain.indexOf(" @") < 0 && plain.indexOf("@ ") < 0) {
            for (String word : plain.split(" ", -1)) {
                if (word.indexOf('@') >= 0) {
                    address = word;
                } else {
                    words.append(word).append(' ');
                }
            }
        }
        add(comment.isBlank() ? name(words.toString()) : comment, address);
    }

    private void add(String name, String address) {
        String local = withoutBlanks(address);
        int route = local.startsWith("@") ? local.indexOf(':') : -1;
        local = route < 0 ? local : local.substring(route + 1);
        local = local.regionMatches(true, 0, "mailto:", 0, 7) ? local.substring(7) : local;
        local = local.indexOf("=?") >= 0 ? RawHeaders.clean(EncodedWords.decode(local)) : local;
        if (!local.isBlank()) {
            String shown = RawHeaders.clean(name);
            found.add(new Address(shown.equalsIgnoreCase(local) ? "" : shown, local));
        } else if (!name.isBlank()) {
            found.add(new Address(name, name));
        }
    }

    /// Blanks around `@` and dots are somebody's slip; an address without `@` is a phrase and keeps
    /// its blanks.
    private static String withoutBlanks(String address) {
        String text = withoutComments(address).strip();
        int at = text.lastIndexOf('@');
        if (at < 0 || text.startsWith("\"")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /// A display name without quotes, escapes and comments, decoded.
    private static String name(String phrase) {
        String text = withoutComments(phrase).strip();
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                out.append(text.charAt(++i));
            } else if (c != '"') {
                out.append(c);
            }
        }
        String name = EncodedWords.decode(out.toString()).strip();
        boolean singleQuoted = name.length() > 2 && name.startsWith("'") && name.endsWith("'");
        return singleQuoted ? name.substring(1, name.length() - 1) : name;
    }

    private static String withoutComments(String text) {
        if (text.indexOf('(') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"' && depth == 0;
            depth += c == '(' && !quoted ? 1 : 0;
            if (depth == 0) {
                out.append(c);
            }
            depth -= c == ')' && !quoted && depth > 0 ? 1 : 0;
        }
        return out.toString().strip();
    }

    private static String comment(String text) {
        int open = text.indexOf('(');
        int close = open < 0 ? -1 : text.lastIndexOf(')');
        return close > open ? EncodedWords.decode(text.substring(open + 1, close)).strip() : "";
    }
}
