package io.fraywatch.store;

import java.util.List;

/// What a search found.
///
/// @param total how many mails match in all
/// @param complete false when time ran out before everything was looked at
public record Hits(long total, boolean complete, List<Hit> hits) {
    public Hits {
        hits = List.copyOf(hits);
    }

    /// In which order hits come.
    public enum Sort {
        /// Best match first, the newer of equals.
        RELEVANCE,
        NEWEST,
        OLDEST
    }

    /// One mail found.
    ///
    /// @param score how well it matches; 0 when sorted by date
    /// @param snippet a stretch of its text worth showing, plain
    /// @param highlights where the words searched for stand, in order within each field
    public record Hit(Entry entry, double score, String snippet, List<Highlight> highlights) {
        public Hit {
            highlights = List.copyOf(highlights);
        }
    }

    /// Characters that match.
    ///
    /// @param start counted in UTF-16 units from the field's beginning
    /// @param end one behind the last
    public record Highlight(Field field, int start, int end) {}

    /// What a highlight counts in.
    public enum Field {
        SUBJECT("subject"),
        SNIPPET("snippet");

        private final String key;

        Field(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }
}
