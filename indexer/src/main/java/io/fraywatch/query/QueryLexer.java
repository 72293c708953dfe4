package io.fraywatch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a search text into words, phrases, fields and signs.
final class QueryLexer {
    private static final String QUOTES = "\"“”„";

    private final String text;
    private int at;

    QueryLexer(String text) {
        this.text = text;
    }

    /// What a piece of text is.
    enum Kind {
        WORD,
        PHRASE,
        /// A name and its colon, with the value right behind.
        FIELD,
        /// The sign `-` right before something.
        MINUS,
        OPEN,
        CLOSE
    }

    /// A piece of the text.
    ///
    /// @param value the word, the words between quotes, or the field's name in lower case
    /// @param position where it begins, counted in UTF-16 units
    record Token(Kind kind, String value, int position) {}

    List<Token> tokens() throws QueryException {
        List<Token> tokens = new ArrayList<>();
        while (skipBlanks()) {
            Token token = next();
            tokens.add(token);
            if (token.kind() == Kind.FIELD && at < text.length() && !endsWord(text.charAt(at))) {
                tokens.add(value());
            }
        }
        return tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Token next() throws QueryException {
        char c = text.charAt(at);
        if (c == '(') {
            return new Token(Kind.OPEN, "(", at++);
        }
        if (c == ')') {
            return new Token(Kind.CLOSE, ")", at++);
        }
        if (isQuote(c)) {
            return phrase();
        }
        boolean before = at + 1 < text.length() && !isBlank(text.charAt(at + 1));
        return c == '-' && before ? new Token(Kind.MINUS, "-", at++) : wordOrField();
    }

    private Token phrase() throws QueryException {
        int start = at;
        at++;
        while (at < text.length() && !isQuote(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            throw new QueryException(
                    "the quote at character "
                            + (start + 1)
                            + " is never closed; put another \" behind the last word",
                    start);
        }
        return new Token(Kind.PHRASE, text.substring(start + 1, at++), start);
    }

    /// A field's value may hold colons and signs.
    private Token value() {
        int start = at;
        while (at < text.length() && !endsWord(text.charAt(at))) {
            at++;
        }
        return new Token(Kind.WORD, text.substring(start, at), start);
    }

    private Token wordOrField() {
        int start = at;
        while (at < text.length() && !endsWord(text.charAt(at))) {
            if (text.charAt(at) == ':' && isName(start, at) && !isUrl()) {
                return new Token(
                        Kind.FIELD, text.substring(start, at++).toLowerCase(Locale.ROOT), start);
            }
            at++;
        }
        return new Token(Kind.WORD, text.substring(start, at), start);
    }

    private boolean isName(int start, int end) {
        return end > start
                && text.substring(start, end)
                        .chars()
                        .allMatch(c -> (c | 32) >= 'a' && (c | 32) <= 'z');
    }

    private boolean isUrl() {
        return text.startsWith("://", at);
    }

    private static boolean endsWord(char c) {
        return isBlank(c) || c == '(' || c == ')' || isQuote(c);
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
