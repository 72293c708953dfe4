package io.fraywatch.server.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.analyze.text.Language;
import io.fraywatch.sync.Desk;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.sourceforge.argparse4j.inf.Subparser;

/// `stats`: what is there, per account.
final class StatsCommand implements Command {
    /// The counts in JSON.
    @JsonPropertyOrder({
        "v",
        "account",
        "mails",
        "conversations",
        "bytes",
        "oldest",
        "newest",
        "kinds",
        "languages",
        "folders",
        "quarantined"
    })
    private record Counted(
            int v,
            String account,
            long mails,
            long conversations,
            long bytes,
            Optional<String> oldest,
            Optional<String> newest,
            Map<String, Long> kinds,
            Map<String, Long> languages,
            Map<String, Long> folders,
            long quarantined) {
        static Counted of(Desk.Stats stats) {
            return new Counted(
                    1,
                    stats.account().value(),
                    stats.mails(),
                    stats.conversations(),
                    stats.bytes(),
                    stats.oldest().map(Instant::toString),
                    stats.newest().map(Instant::toString),
                    new TreeMap<>(stats.kinds()),
                    new TreeMap<>(stats.languages()),
                    new TreeMap<>(stats.folders()),
                    stats.quarantined());
        }
    }

    @Override
    public String name() {
        return "stats";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("count what is there");
    }

    @Override
    public Exit run(Call call) throws Exception {
        for (Desk.Stats stats : call.setup().desk().stats()) {
            call.console().emit(Counted.of(stats));
            say(stats, call.console());
        }
        return Exit.DONE;
    }

    private static void say(Desk.Stats stats, Console console) {
        console.say(console.terminal().bold(stats.account().value()));
        row(console, "mails", String.format(Locale.ROOT, "%,d", stats.mails()));
        row(console, "conversations", String.format(Locale.ROOT, "%,d", stats.conversations()));
        row(console, "size", String.format(Locale.ROOT, "%.1f MB of mail", stats.bytes() / 1e6));
        row(console, "from", stats.oldest().map(Instant::toString).orElse("-"));
        row(console, "to", stats.newest().map(Instant::toString).orElse("-"));
        row(console, "set aside", String.valueOf(stats.quarantined()));
        new TreeMap<>(stats.kinds())
                .forEach((kind, n) ->
                        row(console, "kind " + kind, String.format(Locale.ROOT, "%,d", n)));
        stats.languages().entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> sayLanguage(console, each.getKey(), each.getValue()));
        new TreeMap<>(stats.folders())
                .forEach((folder, n) ->
                        row(
                                console,
                                "folder " + Wrapping.shorten(folder, 30),
                                String.format(Locale.ROOT, "%,d", n)));
    }

    private static void sayLanguage(Console console, String tag, long mails) {
        Language language = new Language(tag);
        String name = tag.equals("und") ? "language unknown" : "in " + language.name();
        String judged = language.isRead() || tag.equals("und") ? "" : " (tone isn't judged)";
        row(console, name, String.format(Locale.ROOT, "%,d%s", mails, judged));
    }

    private static void row(Console console, String what, String value) {
        console.say(String.format(Locale.ROOT, "  %-24s %s", what, value));
    }
}
