package io.fraywatch.analyze.text;

import java.util.ArrayList;
import java.util.List;

/// Other people's words within a sentence.
final class Quotations {
    /// A shorter one is a title or irony, and the author's own.
    private static final int SHORTEST = 4;

    private Quotations() {}

    /// The tokens less those between quotation marks; each quotation leaves one mark behind.
    static List<String> without(List<String> tokens) {
        if (!tokens.contains("\"")) {
            return tokens;
        }
        List<String> out = new ArrayList<>(tokens.size());
        int i = 0;
        while (i < tokens.size()) {
            String token = tokens.get(i);
            int close = token.equals("\"") ? closing(tokens, i) : i;
            if (close - i > SHORTEST) {
                out.add("\"");
                i = close + 1;
            } else {
                if (!token.equals("\"")) {
                    out.add(token);
                }
                i++;
            }
        }
        return out;
    }

    private static int closing(List<String> tokens, int open) {
        for (int i = open + 1; i < tokens.size(); i++) {
            if (tokens.get(i).equals("\"")) {
                return i;
            }
        }
        return open;
    }
}
