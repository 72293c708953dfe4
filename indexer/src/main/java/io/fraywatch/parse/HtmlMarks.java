package io.fraywatch.parse;

import io.fraywatch.mail.ZoneType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What classes, ids and borders in a mail's HTML say about who wrote what.
final class HtmlMarks {
    /// A list of marks; a star in one stands for anything.
    private record Marks(Set<String> whole, List<Wild> wild) {
        static Marks of(String section) {
            Set<String> all = WordList.of("html-marks", section).phrases();
            return new Marks(
                    Set.copyOf(all),
                    all.stream().filter(mark -> mark.indexOf('*') >= 0).map(Wild::of).toList());
        }

        boolean name(String mark) {
            return whole.contains(mark) || wild.stream().anyMatch(one -> one.fits(mark));
        }
    }

    private record Wild(String before, String behind) {
        static Wild of(String mark) {
            int star = mark.indexOf('*');
            return new Wild(mark.substring(0, star), mark.substring(star + 1));
        }

        boolean fits(String mark) {
            return mark.startsWith(before) && mark.endsWith(behind);
        }
    }

    private static final Marks HEADERS = Marks.of("quote-header");
    private static final Marks QUOTES = Marks.of("quote");
    private static final Marks SIGNATURES = Marks.of("signature");
    private static final String[] VALUES = {"name", "data-marker", "data-smartmail"};

    private HtmlMarks() {}

    /// Whether what stands in an element is shown as quoted: in a blockquote, or beside a line that
    /// Outlook and GMX draw. Gmail and Outlook also indent with blockquotes that aren't quotes:
    /// they have a margin and no border.
    static boolean isQuote(Element element) {
        return switch (element.normalName()) {
            case "blockquote" ->
                    element.hasAttr("type")
                            || element.hasClass("gmail_quote")
                            || !isBorderless(HtmlText.style(element));
            case "div" ->
                    element.attributesSize() > 0
                            && HtmlText.style(element).contains("border-left:")
                            && (element.attr("name").equals("quote")
                                    || HtmlText.style(element)
                                            .contains("border-left:solidblue1.5pt"));
            default -> false;
        };
    }

    private static boolean isBorderless(String style) {
        return style.contains("border:none") || style.contains("border:0");
    }

    /// What the element as a whole is marked as; `NEW` if nothing says so.
    static ZoneType hint(Element element) {
        if (element.attributesSize() == 0) {
            return ZoneType.NEW;
        }
        if (element.normalName().equals("signature")) {
            return ZoneType.SIGNATURE;
        }
        for (String name : element.classNames()) {
            ZoneType hint = hint("." + plain(name));
            if (hint != ZoneType.NEW) {
                return hint;
            }
        }
        ZoneType hint = element.id().isEmpty() ? ZoneType.NEW : hint("#" + plain(element.id()));
        for (String attribute : VALUES) {
            if (hint == ZoneType.NEW && element.hasAttr(attribute)) {
                hint = hint("=" + plain(element.attr(attribute)));
            }
        }
        return hint == ZoneType.NEW && isOutlookHead(element) ? ZoneType.QUOTE_HEADER : hint;
    }

    private static ZoneType hint(String mark) {
        if (HEADERS.name(mark)) {
            return ZoneType.QUOTE_HEADER;
        }
        if (QUOTES.name(mark)) {
            return ZoneType.QUOTE;
        }
        return SIGNATURES.name(mark) ? ZoneType.SIGNATURE : ZoneType.NEW;
    }

    /// Outlook on the web puts `x_` before the classes and ids of the mails that it quotes.
    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        while (plain.startsWith("x_")) {
            plain = plain.substring(2);
        }
        return plain;
    }

    /// Outlook draws a thin grey or blue line above the head of the mail that it quotes.
    private static boolean isOutlookHead(Element element) {
        if (!element.normalName().equals("div") || !element.hasAttr("style")) {
            return false;
        }
        String style = HtmlText.style(element);
        return style.contains("border-top:solid#e1e1e11.0pt")
                || style.contains("border-top:solid#b5c4df1.0pt");
    }
}
