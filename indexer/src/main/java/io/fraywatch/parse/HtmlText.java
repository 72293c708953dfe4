package io.fraywatch.parse;

import io.fraywatch.mail.ZoneType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// HTML as a person would read it aloud from the screen: lines and lists stay lines and lists, a
/// link keeps its words and, where they don't show it, its address; quotes get the `>` of plain
/// mail; what is hidden is left out.
final class HtmlText implements NodeVisitor {
    private static final Set<String> DROPPED =
            Set.of(
                    "style",
                    "script",
                    "head",
                    "title",
                    "noscript",
                    "template",
                    "svg",
                    "object",
                    "select");
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "table",
                    "tr",
                    "ul",
                    "ol",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "pre",
                    "section",
                    "article",
                    "header",
                    "footer",
                    "address",
                    "center",
                    "dl",
                    "dt",
                    "dd",
                    "form",
                    "fieldset",
                    "hr",
                    "main",
                    "nav",
                    "aside",
                    "figure");
    private static final Set<String> SPACED =
            Set.of(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "dl",
                    "pre",
                    "blockquote",
                    "table");
    private static final int DEEPEST_QUOTE = 20;
    private static final int DEEPEST_NODE = 400;
    private static final int LONGEST_LINK = 300;
    private static final int MOST_HINTS = 200;
    private static final int LONGEST = 1024 * 1024;

    private final QuotedLines out = new QuotedLines();
    private final List<Hint> hints = new ArrayList<>();
    private final List<Element> hintOpen = new ArrayList<>();
    private final List<Integer> hintStart = new ArrayList<>();
    private Node skipUntil = NONE;
    private int preformatted;

    private static final Node NONE = new TextNode("");

    private HtmlText() {}

    /// @param hints in the order of the text
    record Result(String text, List<Hint> hints) {}

    static Result of(String html, Problems problems) {
        Document document;
        if (html.length() > LONGEST) {
            problems.add("HTML of more than " + LONGEST / 1024 + " KiB was cut short");
        }
        try {
            document = Jsoup.parse(html.substring(0, Math.min(LONGEST, html.length())));
        } catch (RuntimeException _) {
            problems.add("the HTML can't be read; its markup was dropped");
            return new Result(PlainText.lines(html), List.of());
        }
        HtmlText reader = new HtmlText();
        document.body().traverse(reader);
        return new Result(reader.out.text(), reader.hints);
    }

    @Override
    public void head(Node node, int depth) {
        if (!skipUntil.equals(NONE)) {
            return;
        }
        if (node instanceof TextNode words) {
            out.words(words.getWholeText(), preformatted > 0);
        } else if (node instanceof Element element) {
            if (depth > DEEPEST_NODE
                    || DROPPED.contains(element.normalName())
                    || isHidden(element)) {
                skipUntil = node;
            } else {
                open(element);
            }
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        switch (name) {
            case "br" -> out.newLine();
            case "hr" -> {
                out.startLine();
                out.words("________________________________", false);
                out.startLine();
            }
            case "li" -> {
                out.startLine();
                out.words("- ", false);
            }
            case "img" ->
                    out.words(
                            element.attr("alt").length() > 1 ? "[" + element.attr("alt") + "]" : "",
                            false);
            case "td", "th" -> out.cell();
            default -> {
                if (BLOCKS.contains(name)) {
                    out.startLine();
                    out.gap(SPACED.contains(name) && hasMargin(element));
                }
            }
        }
        preformatted += name.equals("pre") ? 1 : 0;
        if (isQuote(element)) {
            out.deeper();
        }
        ZoneType hint = hintOf(element);
        if (hint != ZoneType.NEW && hintOpen.isEmpty()) {
            out.startLine();
            hintOpen.add(element);
            hintStart.add(out.position());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!skipUntil.equals(NONE)) {
            skipUntil = node.equals(skipUntil) ? NONE : skipUntil;
            return;
        }
        if (node instanceof Element element) {
            close(element);
        }
    }

    private void close(Element element) {
        String name = element.normalName();
        if (!hintOpen.isEmpty() && hintOpen.getLast().equals(element)) {
            hintOpen.removeLast();
            int start = hintStart.removeLast();
            if (out.position() > start && hints.size() < MOST_HINTS) {
                hints.add(new Hint(hintOf(element), start, out.position()));
            }
            out.startLine();
        }
        if (isQuote(element)) {
            out.startLine();
            out.shallower();
        }
        preformatted -= name.equals("pre") ? 1 : 0;
        if (name.equals("a")) {
            link(element);
        }
        if (BLOCKS.contains(name)) {
            out.startLine();
            out.gap(SPACED.contains(name) && hasMargin(element));
        }
    }

    private void link(Element element) {
        String target = element.attr("href").strip();
        boolean web = target.startsWith("http://") || target.startsWith("https://");
        String words = element.ownText().strip();
        if (web
                && target.length() <= LONGEST_LINK
                && !words.isEmpty()
                && !words.contains(".")
                && !isNavigation(element)) {
            out.words(" <" + target + ">", false);
        }
    }

    /// Links in tables are a newsletter's buttons; their addresses would drown the words.
    private static boolean isNavigation(Element element) {
        for (Element up = element.parent(); up != null; up = up.parent()) {
            if (up.normalName().equals("td")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMargin(Element element) {
        String style = style(element);
        return !(style.contains("margin:0")
                || style.contains("margin-bottom:0")
                || element.hasClass("MsoNormal")
                || element.hasClass("x_MsoNormal"));
    }

    /// Gmail and Outlook indent with blockquotes that aren't quotes: they have a margin and no
    /// border.
    private static boolean isQuote(Element element) {
        if (!element.normalName().equals("blockquote")) {
            return false;
        }
        if (element.hasAttr("type") || element.hasClass("gmail_quote")) {
            return true;
        }
        String style = style(element);
        return !(style.contains("border:none") || style.contains("border:0"));
    }

    private static ZoneType hintOf(Element element) {
        String id = element.id();
        if (element.hasClass("gmail_attr")
                || element.hasClass("moz-cite-prefix")
                || element.hasClass("protonmail_quote_header")
                || id.endsWith("divRplyFwdMsg")
                || element.hasClass("OutlookMessageHeader")) {
            return ZoneType.QUOTE_HEADER;
        }
        boolean signature =
                element.hasClass("gmail_signature")
                        || element.hasClass("moz-signature")
                        || element.hasClass("protonmail_signature_block")
                        || id.equals("Signature")
                        || id.equals("ms-outlook-mobile-signature")
                        || id.equals("AppleMailSignature");
        return signature ? ZoneType.SIGNATURE : ZoneType.NEW;
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = style(element);
        return !style.isEmpty()
                && (style.contains("display:none")
                        || style.contains("visibility:hidden")
                        || style.contains("mso-hide:all")
                        || isZero(style, "font-size:")
                        || isZero(style, "max-height:"));
    }

    private static boolean isZero(String style, String property) {
        int at = style.indexOf(property);
        int value = at + property.length();
        return at >= 0
                && value < style.length()
                && style.charAt(value) == '0'
                && (value + 1 == style.length() || style.charAt(value + 1) != '.');
    }

    private static String style(Element element) {
        String style = element.attr("style");
        if (style.isEmpty()) {
            return "";
        }
        StringBuilder tight = new StringBuilder(style.length());
        for (int i = 0; i < style.length(); i++) {
            if (!Character.isWhitespace(style.charAt(i))) {
                tight.append(style.charAt(i));
            }
        }
        return tight.toString().toLowerCase(Locale.ROOT);
    }

    /// Text being laid out in lines, each behind the `>` of the quotes it stands in.
    private static final class QuotedLines {
        private final StringBuilder text = new StringBuilder();
        private int depth;
        private boolean lineOpen;
        private boolean blankPending;
        private boolean gapPending;
        private boolean cellPending;

        void deeper() {
            depth++;
        }

        void shallower() {
            depth--;
        }

        int position() {
            return text.length();
        }

        void words(String words, boolean keepLines) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (c == '\n' && keepLines) {
                    newLine();
                } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
                    blankPending = true;
                    if (keepLines && lineOpen) {
                        text.append(' ');
                        blankPending = false;
                    }
                } else if (c != 0
                        && c != '\u200B'
                        && c != '\u200C'
                        && c != '\uFEFF'
                        && c != '\u034F'
                        && c != '\u00AD') {
                    put(c);
                }
            }
        }

        private void put(char c) {
            if (!lineOpen) {
                open();
            } else if (cellPending) {
                text.append(" | ");
            } else if (blankPending) {
                text.append(' ');
            }
            blankPending = false;
            cellPending = false;
            text.append(c);
        }

        private void open() {
            if (gapPending && !text.isEmpty()) {
                prefix();
                text.append('\n');
            }
            gapPending = false;
            prefix();
            if (depth > 0) {
                text.append(' ');
            }
            lineOpen = true;
        }

        private void prefix() {
            text.repeat(">", Math.min(depth, DEEPEST_QUOTE));
        }

        void cell() {
            cellPending = lineOpen;
        }

        /// Ends the line if there is anything on it.
        void startLine() {
            if (lineOpen) {
                text.append('\n');
                lineOpen = false;
            }
            blankPending = false;
            cellPending = false;
        }

        /// Ends the line even if it is empty.
        void newLine() {
            if (!lineOpen) {
                gapPending = false;
                prefix();
                text.append('\n');
            }
            startLine();
        }

        void gap(boolean wanted) {
            gapPending |= wanted;
        }

        String text() {
            return text.toString();
        }
    }
}
