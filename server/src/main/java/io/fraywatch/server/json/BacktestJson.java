package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

/// The last line of `backtest`.
@JsonPropertyOrder({"v", "summary"})
public record BacktestJson(int v, Summary summary) {
    /// @param mails how many were read
    /// @param lost how many alerts came before their client fell silent in the thread for more than
    ///   30 days, or never wrote there again with the matter open
    /// @param leads what became of the thread of each alert, in hindsight
    /// @param against only when two configurations are compared
    @JsonPropertyOrder({
        "from",
        "to",
        "at",
        "days",
        "mails",
        "alerts",
        "conversations",
        "perWeek",
        "lost",
        "weeks",
        "byKind",
        "byClient",
        "leads",
        "against"
    })
    public record Summary(
            String from,
            String to,
            String at,
            long days,
            long mails,
            int alerts,
            long conversations,
            double perWeek,
            long lost,
            List<Week> weeks,
            List<Group> byKind,
            List<Group> byClient,
            List<Lead> leads,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Against> against) {
        public Summary {
            weeks = List.copyOf(weeks);
            byKind = List.copyOf(byKind);
            byClient = List.copyOf(byClient);
            leads = List.copyOf(leads);
        }
    }

    /// @param week its Monday
    @JsonPropertyOrder({"week", "alerts"})
    public record Week(String week, long alerts) {}

    /// The alerts of one kind, or of one client.
    ///
    /// @param medianLeadSeconds of the lost ones; absent where there is none
    @JsonPropertyOrder({"name", "alerts", "lost", "medianLeadSeconds"})
    public record Group(
            String name,
            int alerts,
            long lost,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> medianLeadSeconds) {}

    /// @param ending `silent`, `ended`, `settled`, `wentOn` or `open`
    /// @param gone when the client had been silent for 30 days
    /// @param leadSeconds from the alert until then; negative when the alert came too late
    @JsonPropertyOrder({"flag", "ending", "gone", "leadSeconds"})
    public record Lead(
            String flag,
            String ending,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> gone,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> leadSeconds) {}

    /// @param file the other configuration
    /// @param missed alerts of this one that the other doesn't give
    /// @param missedLost those of them that came before a client was lost
    /// @param added alerts of the other that this one doesn't give
    /// @param addedLost those of them that came before a client was lost
    @JsonPropertyOrder({
        "file",
        "alerts",
        "perWeek",
        "lost",
        "both",
        "missed",
        "missedLost",
        "added",
        "addedLost"
    })
    public record Against(
            String file,
            int alerts,
            double perWeek,
            long lost,
            long both,
            long missed,
            long missedLost,
            long added,
            long addedLost) {}
}
