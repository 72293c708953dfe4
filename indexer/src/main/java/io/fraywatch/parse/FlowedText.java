package io.fraywatch.parse;

/// Joins the lines that `format=flowed` broke for the wire (RFC 3676).
final class FlowedText {
    private FlowedText() {}

    /// @param text lines ending in `\n`
    /// @param deleteSpace whether the blank before a soft break goes with it (`DelSp=yes`)
    static String unflow(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        int openDepth = -1;
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int depth = quoteDepth(text, at, end);
            int from = at + depth;
            from += from < end && text.charAt(from) == ' ' ? 1 : 0;
            boolean signature = end - from == 3 && text.startsWith("-- ", from);
            boolean joins = openDepth == depth && !signature;
            if (!joins) {
                out.append(openDepth >= 0 ? "\n" : "")
                        .append(">".repeat(depth))
                        .append(depth > 0 && from < end ? " " : "");
            }
            boolean soft = end > from && text.charAt(end - 1) == ' ' && !signature;
            out.append(text, from, soft && deleteSpace ? end - 1 : end);
            openDepth = soft ? depth : -1;
            if (!soft && end < text.length()) {
                out.append('\n');
            }
            at = end + 1;
        }
        return out.toString();
    }

    private static int quoteDepth(String text, int from, int end) {
        int depth = 0;
        while (from + depth < end && text.charAt(from + depth) == '>') {
            depth++;
        }
        return depth;
    }
}
