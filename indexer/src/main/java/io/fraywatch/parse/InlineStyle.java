package io.fraywatch.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// An element's `style` attribute, as far as it says whether words show.
///
/// @param all properties in lower case, values in lower case and without blanks
record InlineStyle(Map<String, String> all) {
    static final InlineStyle NONE = new InlineStyle(Map.of());

    InlineStyle {
        all = Map.copyOf(all);
    }

    static InlineStyle parse(String style) {
        if (style.isBlank()) {
            return NONE;
        }
        Map<String, String> all = new HashMap<>();
        for (String declaration : style.toLowerCase(Locale.ROOT).split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = tight(declaration.substring(colon + 1));
                all.put(
                        declaration.substring(0, colon).strip(),
                        value.endsWith("!important")
                                ? value.substring(0, value.length() - "!important".length())
                                : value);
            }
        }
        return new InlineStyle(all);
    }

    private static String tight(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (!Character.isWhitespace(value.charAt(i))) {
                out.append(value.charAt(i));
            }
        }
        return out.toString();
    }

    private String get(String property) {
        return all.getOrDefault(property, "");
    }

    /// Whether nothing in the element shows, whatever is said further in.
    boolean hides() {
        return get("display").equals("none")
                || get("visibility").equals("hidden")
                || get("mso-hide").equals("all")
                || number(get("opacity")) == 0
                || number(get("max-height")) == 0;
    }

    /// Whether it says of the words in it that they can be seen or can't; elements further in may
    /// say otherwise.
    boolean saysOfWords() {
        return number(get("font-size")) >= 0 || !get("color").isEmpty();
    }

    /// No larger than a dot, or of the colour that lies behind them.
    boolean wordsUnseen() {
        double size = number(get("font-size"));
        boolean dot = size >= 0 && size <= 1 && !isRelative(get("font-size"));
        String behind =
                get("background-color").isEmpty() ? get("background") : get("background-color");
        return dot
                || size == 0
                || (!get("color").isEmpty() && colour(get("color")).equals(colour(behind)))
                || get("color").equals("transparent");
    }

    private static boolean isRelative(String size) {
        return size.endsWith("em") || size.endsWith("%");
    }

    private static String colour(String value) {
        return switch (value) {
            case "white", "#fff", "rgb(255,255,255)" -> "#ffffff";
            case "black", "#000", "rgb(0,0,0)" -> "#000000";
            default -> value;
        };
    }

    /// The number a length begins with; -1 when it begins with none.
    private static double number(String length) {
        int end = 0;
        while (end < length.length()
                && end < 12
                && (Character.isDigit(length.charAt(end)) || length.charAt(end) == '.')) {
            end++;
        }
        try {
            return end == 0 ? -1 : Double.parseDouble(length.substring(0, end));
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
