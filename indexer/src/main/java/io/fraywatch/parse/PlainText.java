package io.fraywatch.parse;

/// Text parts as characters.
final class PlainText {
    /// What a person might still read; more are data, and each costs memory.
    static final int MOST_LINES = 30_000;

    private PlainText() {}

    /// A part of type `text/plain` or the like, its soft line breaks undone.
    static String of(Part part) {
        String decoded = lines(decoded(part));
        return part.type().get("format").equalsIgnoreCase("flowed")
                ? FlowedText.unflow(decoded, part.type().get("delsp").equalsIgnoreCase("yes"))
                : decoded;
    }

    static String decoded(Part part) {
        return Charsets.decode(part.content(), part.content().length, part.type().get("charset"));
    }

    /// All line ends as `\n`, without characters that no text has; a few lines more than
    /// [#MOST_LINES] at most.
    static String lines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int lines = 0;
        for (int i = 0; i < text.length() && lines <= MOST_LINES; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines++;
                out.append(c);
            } else if (c == '\r') {
                boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                out.append(pair ? "" : "\n");
                lines += pair ? 0 : 1;
            } else if (c != 0 && c != '\uFEFF') {
                out.append(c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085' ? '\n' : c);
            }
        }
        return out.toString();
    }
}
