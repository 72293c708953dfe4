package io.fraywatch.server.digest;

import io.fraywatch.analyze.Norm;
import io.fraywatch.mail.Client;
import io.fraywatch.server.web.Notice;
import io.fraywatch.server.web.Templates;
import io.fraywatch.server.web.Words;
import io.fraywatch.sync.Finding;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Puts a digest into words: a subject, a plain text and a page for mail programs. The same digest
/// gives the same words.
public final class DigestRenderer {
    private static final int NAME = 60;
    private static final int SUBJECT = 120;
    private static final int QUOTE = 300;

    /// The kinds of signal whose `why` tells the client's norm itself.
    private static final Set<String> TELL_THE_NORM = Set.of("chasedInVain", "goneQuiet");

    private final Templates templates;
    private final URI site;
    private final ZoneId zone;

    /// @param site where our pages are, such as `http://127.0.0.1:8420`
    /// @param zone in which dates are written
    public DigestRenderer(Templates templates, URI site, ZoneId zone) {
        this.templates = templates;
        this.site = site;
        this.zone = zone;
    }

    /// A digest in words.
    public record Rendered(String subject, String text, String html) {}

    /// What the templates show.
    ///
    /// @param notices what must be known before the rest is believed
    /// @param standing what stands as it was told before, in words; empty when nothing does
    public record Model(
            String subject,
            String day,
            String opening,
            List<Warning> notices,
            List<Row> rows,
            String standing,
            String looked,
            String site) {}

    /// Something that must be known first.
    ///
    /// @param link to what says more; empty for nothing
    public record Warning(String title, String text, String link) {}

    /// One conversation.
    ///
    /// @param level `red` or `amber`
    /// @param change `new` or `worse`
    public record Row(
            String client,
            String subject,
            String level,
            String change,
            String since,
            List<Cause> causes,
            String link) {}

    /// One thing that goes wrong in it.
    ///
    /// @param norm what is usual for the client beside what is here; empty where `why` says it all
    public record Cause(
            String title, String why, String norm, String advice, List<String> quotes) {}

    public Rendered render(Digest digest) {
        Model model = model(digest);
        return new Rendered(
                model.subject(),
                templates.render("digest/digest.txt.ftl", model),
                templates.render("digest/digest.ftlh", model));
    }

    private Model model(Digest digest) {
        Words words = new Words(zone, digest.asOf());
        List<Row> rows = digest.items().stream().map(item -> row(item, words)).toList();
        String looked = Words.count(digest.conversations(), "conversation");
        return new Model(
                subject(rows, digest),
                Words.day(digest.day()),
                opening(rows.size(), digest),
                digest.notices().stream().map(this::warning).toList(),
                rows,
                standing(digest),
                "Looked at " + looked + " this morning.",
                site.toString());
    }

    private Warning warning(Notice notice) {
        return new Warning(
                notice.title(),
                notice.text(),
                notice.page().isEmpty() ? "" : site.resolve(notice.page()).toString());
    }

    private static String subject(List<Row> rows, Digest digest) {
        int others = rows.size() - 1 + digest.more();
        if (rows.isEmpty() && !digest.notices().isEmpty()) {
            return digest.notices().getFirst().title();
        }
        if (rows.isEmpty()) {
            return digest.same() == 0
                    ? "All calm: no client conversation is at risk"
                    : "Nothing new: "
                            + Words.count(digest.same(), "conversation")
                            + " still at risk";
        }
        String first = rows.getFirst().client();
        return others == 0
                ? first
                        + " needs you: "
                        + rows.getFirst().causes().stream()
                                .findFirst()
                                .map(Cause::title)
                                .orElse("at risk")
                : first + " and " + others + " more need you";
    }

    private static String opening(int rows, Digest digest) {
        if (rows == 0 && !digest.notices().isEmpty()) {
            return "Nothing new is at risk in the mail that could be read.";
        }
        if (rows == 0) {
            return digest.same() == 0
                    ? "Nothing is at risk today. Every client conversation was looked at; none shows a sign of fraying."
                    : "Nothing new is at risk today.";
        }
        String news =
                rows + digest.more() == 1
                        ? "One conversation needs you."
                        : rows + digest.more() + " conversations need you, the most urgent first.";
        return digest.more() == 0
                ? news
                : news + " Here are the first " + rows + "; today's page has them all.";
    }

    private static String standing(Digest digest) {
        if (digest.same() == 0) {
            return "";
        }
        return digest.same() == 1
                ? "One conversation you were told of before is still at risk, no worse than it was."
                : digest.same()
                        + " conversations you were told of before are still at risk, no worse than they were.";
    }

    private Row row(Digest.Item item, Words words) {
        Finding finding = item.finding();
        Instant since =
                finding.reasons().stream()
                        .map(reason -> reason.signal().since())
                        .min(Comparator.naturalOrder())
                        .orElse(finding.assessment().since());
        return new Row(
                finding.conversation().client().map(client -> name(client)).orElse("Somebody"),
                Plain.line(finding.conversation().subject(), SUBJECT),
                finding.assessment().level().key(),
                item.change().key(),
                words.day(since) + ", " + words.ago(since),
                finding.reasons().stream().map(reason -> cause(finding, reason)).toList(),
                site.resolve("/conversations/" + finding.conversation().id()).toString());
    }

    private static String name(Client client) {
        return Plain.line(client.name(), NAME);
    }

    private static String norm(Finding finding, Finding.Reason reason) {
        return TELL_THE_NORM.contains(reason.kind())
                ? ""
                : finding.norm(reason).filter(Norm::known).map(Norm::sentence).orElse("");
    }

    private static Cause cause(Finding finding, Finding.Reason reason) {
        return new Cause(
                reason.title(),
                reason.why(),
                norm(finding, reason),
                reason.advice(),
                reason.quotes().stream().map(quote -> Plain.line(quote.text(), QUOTE)).toList());
    }
}
