package io.fraywatch.analyze.text;

import java.util.Locale;
import java.util.Set;

/// The language a text is written in.
///
/// @param tag its BCP 47 tag, such as `en` or `pl`; never blank
public record Language(String tag) {
    private static final Set<String> READ = Set.of("en", "de", "fr", "es", "it", "pt", "nl");

    public static final Language ENGLISH = new Language("en");

    public Language {
        if (tag.isBlank()) {
            throw new IllegalArgumentException("a language must have a tag, such as 'en'");
        }
    }

    /// Whether complaints, requests and promises are understood in it. In other languages nothing
    /// is said of tone, only of timing.
    public boolean isRead() {
        return READ.contains(tag);
    }

    /// What it is called in English, such as `Polish`.
    public String name() {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }
}
