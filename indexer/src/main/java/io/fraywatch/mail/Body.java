package io.fraywatch.mail;

import java.util.List;

/// The text of one mail and how it divides into zones.
///
/// @param text the whole text as shown, lines ending in `\n`; HTML already turned into text
/// @param zones in order, not overlapping, within the text; what no zone covers is blank
public record Body(String text, List<Zone> zones) {
    public static final Body EMPTY = new Body("", List.of());

    public Body {
        zones = List.copyOf(zones);
        int last = 0;
        for (Zone zone : zones) {
            if (zone.start() < last || zone.end() > text.length()) {
                throw new IllegalArgumentException(
                        "zone "
                                + zone
                                + " overlaps the one before or ends behind the text ("
                                + text.length()
                                + ")");
            }
            last = zone.end();
        }
    }

    /// A body that is new text from end to end.
    public static Body ofNewText(String text) {
        return text.isEmpty()
                ? EMPTY
                : new Body(text, List.of(new Zone(ZoneType.NEW, 0, text.length())));
    }

    /// The author's own words: greeting, new text and sign-off in their order, without the space
    /// around them. Evidence counts its characters in this string.
    public String newText() {
        StringBuilder own = new StringBuilder();
        for (Zone zone : zones) {
            if (zone.type().ownWords()) {
                if (!own.isEmpty() && own.charAt(own.length() - 1) != '\n') {
                    own.append('\n');
                }
                own.append(text, zone.start(), zone.end());
            }
        }
        return own.toString().strip();
    }
}
