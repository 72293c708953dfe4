package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fraywatch.sync.Desk;
import java.time.Duration;
import java.util.List;

/// A search's answer: the command line prints its head and then a line a hit, the API puts both in
/// one object.
@JsonPropertyOrder({"head", "hits"})
public record SearchJson(@JsonUnwrapped Head head, List<HitJson> hits) {
    /// How much was found.
    ///
    /// @param total how many mails match in all
    /// @param query the text searched for, as given
    /// @param complete false when an account could not be looked through in time
    @JsonPropertyOrder({"v", "total", "tookMillis", "query", "complete"})
    public record Head(int v, long total, long tookMillis, String query, boolean complete) {}

    public static SearchJson of(String query, Desk.Found found, Duration took) {
        return new SearchJson(
                new Head(Json.VERSION, found.total(), took.toMillis(), query, found.complete()),
                found.mails().stream().map(HitJson::of).toList());
    }
}
