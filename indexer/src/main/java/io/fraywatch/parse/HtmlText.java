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
    private static final Set<String> ROWS = Set.of("table", "tr", "hr");
    private static final int DEEPEST_NODE = 400;
    private static final int LONGEST_LINK = 300;
    private static final int DEEPEST_HINT = 3;
    private static final int MOST_HINTS = 200;
    private static final int LONGEST = 1024 * 1024;
    private static final int MOST_TAGS = 75_000;

    private final QuotedLines out = new QuotedLines();
    private final List<Hint> hints = new ArrayList<>();
    private final List<Element> hintOpen = new ArrayList<>();
    private final List<Integer> hintStart = new ArrayList<>();
    private Node skipUntil = NONE;
    private int preformatted;
    private int dataTables;
    private boolean unseen;
    private final List<Element> unseenSaid = new ArrayList<>();
    private final List<Boolean> unseenBefore = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    private static final Node NONE = new TextNode("");

    private HtmlText() {}

    /// @param hints in the order in which they end
    record Result(String text, List<Hint> hints) {}

    static Result of(String html, Problems problems) {
        int end = end(html);
        if (end < html.length()) {
            problems.add("HTML that is too long was cut short");
        }
        Document document;
        try {
            document = Jsoup.parse(html.substring(0, end));
        } catch (RuntimeException _) {
            problems.add("the HTML can't be read; its markup was dropped");
            return new Result(PlainText.lines(html), List.of());
        }
        HtmlText reader = new HtmlText();
        document.body().traverse(reader);
        return new Result(reader.out.text(), reader.hints);
    }

    /// Where it gets longer, or has more tags, than the limits of time and memory allow.
    private static int end(String html) {
        int end = Math.min(LONGEST, html.length());
        int tags = 0;
        for (int i = html.indexOf('<'); i >= 0 && i < end; i = html.indexOf('<', i + 1)) {
            if (++tags > MOST_TAGS) {
                return i;
            }
        }
        return end;
    }

    @Override
    public void head(Node node, int depth) {
        if (!skipUntil.equals(NONE)) {
            return;
        }
        if (node instanceof TextNode words) {
            if (!unseen) {
                out.words(words.getWholeText(), preformatted > 0);
            }
        } else if (node instanceof Element element) {
            if (depth > DEEPEST_NODE
                    || DROPPED.contains(element.normalName())
                    || element.hasAttr("hidden")
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
                out.words(bullet(element), false);
            }
            case "img" ->
                    out.words(
                            element.attr("alt").length() > 1 ? "[" + element.attr("alt") + "]" : "",
                            false);
            case "td", "th" -> {
                if (dataTables > 0) {
                    out.cell();
                } else {
                    out.startLine();
                }
            }
            default -> {
                if (BLOCKS.contains(name)) {
                    block(element);
                }
            }
        }
        switch (name) {
            case "pre" -> preformatted++;
            case "ol" -> numbers.add(number(element.attr("start"), 1));
            case "table" -> dataTables += dataTables > 0 || HtmlTables.isData(element) ? 1 : 0;
            default -> {}
        }
        if (HtmlMarks.isQuote(element)) {
            out.deeper();
        }
        ZoneType hint = HtmlMarks.hint(element);
        if (hint != ZoneType.NEW && hintOpen.size() < DEEPEST_HINT) {
            out.startLine();
            hintOpen.add(element);
            hintStart.add(out.position());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (skipUntil.equals(NONE)) {
            if (node instanceof Element element) {
                close(element);
            }
        } else if (node.equals(skipUntil)) {
            skipUntil = NONE;
        }
        if (!unseenSaid.isEmpty() && unseenSaid.getLast().equals(node)) {
            unseenSaid.removeLast();
            unseen = unseenBefore.removeLast();
        }
    }

    private void close(Element element) {
        String name = element.normalName();
        if (!hintOpen.isEmpty() && hintOpen.getLast().equals(element)) {
            hintOpen.removeLast();
            int start = hintStart.removeLast();
            if (out.position() > start && hints.size() < MOST_HINTS) {
                hints.add(new Hint(HtmlMarks.hint(element), start, out.position()));
            }
            out.startLine();
        }
        if (HtmlMarks.isQuote(element)) {
            out.startLine();
            out.shallower();
        }
        switch (name) {
            case "pre" -> preformatted--;
            case "a" -> link(element);
            case "ol" -> numbers.removeLast();
            case "table" -> dataTables -= dataTables > 0 ? 1 : 0;
            default -> {}
        }
        if (BLOCKS.contains(name)) {
            block(element);
        }
    }

    /// Ends the line; within a row of data a blank does.
    private void block(Element element) {
        if (dataTables > 0 && !ROWS.contains(element.normalName())) {
            out.words(" ", false);
            return;
        }
        out.startLine();
        out.gap(SPACED.contains(element.normalName()) && hasMargin(element));
    }

    private String bullet(Element item) {
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol") || numbers.isEmpty()) {
            return "- ";
        }
        int number = number(item.attr("value"), numbers.getLast());
        numbers.set(numbers.size() - 1, number + 1);
        return number + ". ";
    }

    private static int number(String attribute, int otherwise) {
        try {
            return attribute.isEmpty()
                    ? otherwise
                    : Math.clamp(Long.parseLong(attribute.strip()), 0, 1_000_000);
        } catch (NumberFormatException _) {
            return otherwise;
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

    /// Whether nothing of it shows; notes what it says of the words in it.
    private boolean isHidden(Element element) {
        InlineStyle style = InlineStyle.parse(element.attr("style"));
        if (style.saysOfWords()) {
            unseenSaid.add(element);
            unseenBefore.add(unseen);
            unseen = style.wordsUnseen();
        }
        return style.hides();
    }

    /// The style in lower case without blanks.
    static String style(Element element) {
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
}
