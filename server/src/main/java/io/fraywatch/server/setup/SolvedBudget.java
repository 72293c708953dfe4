package io.fraywatch.server.setup;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraywatch.analyze.ThresholdOverrides;
import io.fraywatch.analyze.ThresholdOverrides.Layer;
import io.fraywatch.server.config.DigestSection;
import io.fraywatch.server.config.Settings;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Budget;
import io.fraywatch.sync.Policy;
import io.fraywatch.sync.Replay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The alert budget (`alertsPerDay`), solved from the user's own history and kept in a file beside
/// the index for a week.
final class SolvedBudget {
    private static final Logger log = LoggerFactory.getLogger(SolvedBudget.class);
    private static final int VERSION = 1;
    private static final int HISTORY_DAYS = 90;
    private static final int FRESH_DAYS = 7;

    /// What is kept.
    ///
    /// @param question tells this budget and these thresholds from all others
    @JsonPropertyOrder({"v", "question", "solvedOn", "minScore", "why"})
    private record Kept(int v, String question, String solvedOn, int minScore, String why) {}

    private final Settings settings;
    private final Path file;
    private final ObjectMapper mapper = new ObjectMapper();

    /// @param file where the answer is kept
    SolvedBudget(Settings settings, Path file) {
        this.settings = settings;
        this.file = file;
    }

    /// The threshold it comes to; empty without a budget.
    ///
    /// @param unbounded the policy without a budget
    /// @param mail read only if it must be solved anew
    Optional<Layer> layer(Policy unbounded, Mail mail, LocalDate today) {
        if (settings.alertsPerDay().isEmpty()) {
            return Optional.empty();
        }
        Kept answer = kept(today).orElseGet(() -> solve(unbounded, mail, today));
        return Optional.of(
                new Layer(
                        answer.why(),
                        ThresholdOverrides.minScore(Math.min(100, answer.minScore()))));
    }

    /// Reads all mail there is.
    interface Mail {
        Replay open() throws StoreException;
    }

    private Optional<Kept> kept(LocalDate today) {
        try {
            Kept known = mapper.readValue(Files.readAllBytes(file), Kept.class);
            LocalDate solved = LocalDate.parse(known.solvedOn());
            boolean fresh = !solved.isAfter(today) && solved.plusDays(FRESH_DAYS).isAfter(today);
            return Optional.of(known).filter(k -> fresh && k.question().equals(question()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Kept solve(Policy unbounded, Mail mail, LocalDate today) {
        double alertsPerDay = settings.alertsPerDay().orElseThrow();
        DigestSection digest = settings.digestOrDefault();
        try {
            Replay replay = mail.open();
            Replay.Span span =
                    new Replay.Span(
                            today.minusDays(HISTORY_DAYS), today.minusDays(1), digest.time());
            Budget budget =
                    Budget.solve(replay.by(unbounded), span, digest.daysOfWeek(), alertsPerDay);
            Kept answer =
                    new Kept(VERSION, question(), today.toString(), budget.minScore(), why(budget));
            if (replay.mails() > 0) {
                keep(answer);
            }
            return answer;
        } catch (StoreException e) {
            log.warn("the alert budget can't be solved, so all flags are told: {}", e.getMessage());
            return new Kept(VERSION, question(), today.toString(), 0, "alertsPerDay, unsolved");
        }
    }

    private static String why(Budget budget) {
        return String.format(
                Locale.ROOT,
                "alertsPerDay %s: from %s to %s there were %d alerts on %d mornings, %d of them at this score",
                number(budget.alertsPerDay()),
                budget.span().from(),
                budget.span().to(),
                budget.all(),
                budget.mornings(),
                budget.kept());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void keep(Kept answer) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, mapper.writeValueAsBytes(answer));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("the solved alert budget can't be kept in {}: {}", file, e.toString());
        }
    }

    private String question() {
        String asked =
                String.join(
                        "\n",
                        settings.alertsPerDay().toString(),
                        settings.thresholds().toString(),
                        new java.util.TreeMap<>(settings.tiers()).toString(),
                        settings.clients().toString(),
                        settings.accounts().toString(),
                        settings.digest().toString());
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(asked.getBytes(StandardCharsets.UTF_8)),
                            0,
                            8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
