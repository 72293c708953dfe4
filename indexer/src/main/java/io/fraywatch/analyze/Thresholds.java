package io.fraywatch.analyze;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// From where on something counts as a signal. Business days have 8 hours of business time.
///
/// @param minScore conversations of a lower score than this, 0 to 100, are looked at and not told
/// @param holdBusinessDays how long a complaint, a curt answer and the like are shown unless they
///   are settled before
/// @param forgetBusinessDays how long after its last mail a silent conversation stays a matter at
///   all
public record Thresholds(
        @Min(0) @Max(100) int minScore,
        @Valid ChasedInVain chasedInVain,
        @Valid WeOweAReply weOweAReply,
        @Valid CurtReply curtReply,
        @Valid Statement statedUnhappy,
        @Valid Statement wrongPerson,
        @Valid Statement workTakenBack,
        @Valid Statement cancellationTalk,
        @Valid OwnMistake ownMistake,
        @Valid BrokenPromise brokenPromise,
        @Valid Chasing chasing,
        @Valid GoneQuiet goneQuiet,
        @Positive double holdBusinessDays,
        @Positive double forgetBusinessDays) {
    public static final Thresholds DEFAULTS =
            new Thresholds(
                    0,
                    new ChasedInVain(2, 2, 5),
                    new WeOweAReply(1, 75),
                    new CurtReply(8, 5),
                    new Statement(0.8),
                    new Statement(0.6),
                    new Statement(0.6),
                    new Statement(0.6),
                    new OwnMistake(0.6, 1),
                    new BrokenPromise(0),
                    new Chasing(2, 0.5),
                    new GoneQuiet(10, 10),
                    10,
                    30);

    /// When a client counts as silent.
    ///
    /// @param unansweredMessages how many messages of ours must wait
    /// @param afterBusinessDays how long the first of them must have waited; longer for a client
    ///   nine of ten of whose own answers take longer
    /// @param minReplies answers of theirs that must be known before their own habit counts
    public record ChasedInVain(
            @Min(1) int unansweredMessages,
            @Positive double afterBusinessDays,
            @Min(1) int minReplies) {}

    /// When we are late.
    ///
    /// @param afterBusinessDays how long a client may wait for our answer
    /// @param warnAtPercent how much of that must have passed for it to be told as a near miss
    public record WeOweAReply(
            @Positive double afterBusinessDays,
            @DecimalMin("0") @DecimalMax("100") double warnAtPercent) {}

    /// When an answer is abrupt for its author.
    ///
    /// @param minEarlierMails mails of theirs that must be known before
    /// @param surpriseNats how unusual it must be, as the sum of its one-sided surprises
    public record CurtReply(@Min(3) @Max(200) int minEarlierMails, @Positive double surpriseNats) {}

    /// When a sentence counts as said.
    ///
    /// @param minConfidence how strongly it must say so, 0 to 1
    public record Statement(@DecimalMin("0.05") @DecimalMax("1") double minConfidence) {}

    /// When a mistake of ours is a matter.
    ///
    /// @param minConfidence how strongly a sentence of ours must admit it, 0 to 1
    /// @param afterBusinessDays how long we wait for the client to say that it is mended
    public record OwnMistake(
            @DecimalMin("0.05") @DecimalMax("1") double minConfidence,
            @PositiveOrZero double afterBusinessDays) {}

    /// When a promise of ours counts as broken.
    ///
    /// @param graceBusinessDays how long after the end of the promised day
    public record BrokenPromise(@PositiveOrZero double graceBusinessDays) {}

    /// When a client chases us.
    ///
    /// @param mails how many unanswered mails of theirs; one is enough where it reminds us in words
    /// @param apartBusinessDays how far apart these mails must be, since an afterthought isn't a
    ///   reminder
    public record Chasing(@Min(1) int mails, @PositiveOrZero double apartBusinessDays) {}

    /// When a client as a whole has gone quiet.
    ///
    /// @param afterBusinessDays how long nothing must have come from them; longer for a client
    ///   whose own pauses are longer 1 time of 20
    /// @param minActiveDays on how many days they must have written before
    public record GoneQuiet(@Positive double afterBusinessDays, @Min(3) int minActiveDays) {}

    /// Thresholds, and where each value comes from.
    ///
    /// @param origins the name of the layer that set a value, by the value's key
    ///   (`weOweAReply.afterBusinessDays`), in the order of the records
    public record Resolved(Thresholds thresholds, Map<String, String> origins) {}

    /// Lays overrides over the built-in values; the last layer that sets a value wins.
    ///
    /// @param layers from the most general to the most particular
    public static Resolved resolve(List<ThresholdOverrides.Layer> layers) {
        return new Resolution(layers).resolve();
    }

    /// Looks up value after value, noting where each comes from.
    private static final class Resolution {
        private static final String BUILT_IN = "built-in";

        private final List<ThresholdOverrides.Layer> layers;
        private final Map<String, String> origins = new java.util.LinkedHashMap<>();

        Resolution(List<ThresholdOverrides.Layer> layers) {
            this.layers = new ArrayList<>(layers).reversed();
        }

        Resolved resolve() {
            Thresholds thresholds =
                    new Thresholds(
                            pick("minScore", ThresholdOverrides::minScore, DEFAULTS.minScore()),
                            chasedInVain(),
                            weOweAReply(),
                            curtReply(),
                            statement(
                                    "statedUnhappy",
                                    ThresholdOverrides::statedUnhappy,
                                    DEFAULTS.statedUnhappy()),
                            statement(
                                    "wrongPerson",
                                    ThresholdOverrides::wrongPerson,
                                    DEFAULTS.wrongPerson()),
                            statement(
                                    "workTakenBack",
                                    ThresholdOverrides::workTakenBack,
                                    DEFAULTS.workTakenBack()),
                            statement(
                                    "cancellationTalk",
                                    ThresholdOverrides::cancellationTalk,
                                    DEFAULTS.cancellationTalk()),
                            ownMistake(),
                            new BrokenPromise(
                                    pick(
                                            "brokenPromise.graceBusinessDays",
                                            in(
                                                    ThresholdOverrides::brokenPromise,
                                                    ThresholdOverrides.BrokenPromise
                                                            ::graceBusinessDays),
                                            DEFAULTS.brokenPromise().graceBusinessDays())),
                            chasing(),
                            goneQuiet(),
                            pick(
                                    "holdBusinessDays",
                                    ThresholdOverrides::holdBusinessDays,
                                    DEFAULTS.holdBusinessDays()),
                            pick(
                                    "forgetBusinessDays",
                                    ThresholdOverrides::forgetBusinessDays,
                                    DEFAULTS.forgetBusinessDays()));
            return new Resolved(thresholds, java.util.Collections.unmodifiableMap(origins));
        }

        private ChasedInVain chasedInVain() {
            ChasedInVain usual = DEFAULTS.chasedInVain();
            return new ChasedInVain(
                    pick(
                            "chasedInVain.unansweredMessages",
                            in(
                                    ThresholdOverrides::chasedInVain,
                                    ThresholdOverrides.ChasedInVain::unansweredMessages),
                            usual.unansweredMessages()),
                    pick(
                            "chasedInVain.afterBusinessDays",
                            in(
                                    ThresholdOverrides::chasedInVain,
                                    ThresholdOverrides.ChasedInVain::afterBusinessDays),
                            usual.afterBusinessDays()),
                    pick(
                            "chasedInVain.minReplies",
                            in(
                                    ThresholdOverrides::chasedInVain,
                                    ThresholdOverrides.ChasedInVain::minReplies),
                            usual.minReplies()));
        }

        private WeOweAReply weOweAReply() {
            WeOweAReply usual = DEFAULTS.weOweAReply();
            return new WeOweAReply(
                    pick(
                            "weOweAReply.afterBusinessDays",
                            in(
                                    ThresholdOverrides::weOweAReply,
                                    ThresholdOverrides.WeOweAReply::afterBusinessDays),
                            usual.afterBusinessDays()),
                    pick(
                            "weOweAReply.warnAtPercent",
                            in(
                                    ThresholdOverrides::weOweAReply,
                                    ThresholdOverrides.WeOweAReply::warnAtPercent),
                            usual.warnAtPercent()));
        }

        private CurtReply curtReply() {
            CurtReply usual = DEFAULTS.curtReply();
            return new CurtReply(
                    pick(
                            "curtReply.minEarlierMails",
                            in(
                                    ThresholdOverrides::curtReply,
                                    ThresholdOverrides.CurtReply::minEarlierMails),
                            usual.minEarlierMails()),
                    pick(
                            "curtReply.surpriseNats",
                            in(
                                    ThresholdOverrides::curtReply,
                                    ThresholdOverrides.CurtReply::surpriseNats),
                            usual.surpriseNats()));
        }

        private OwnMistake ownMistake() {
            OwnMistake usual = DEFAULTS.ownMistake();
            return new OwnMistake(
                    pick(
                            "ownMistake.minConfidence",
                            in(
                                    ThresholdOverrides::ownMistake,
                                    ThresholdOverrides.OwnMistake::minConfidence),
                            usual.minConfidence()),
                    pick(
                            "ownMistake.afterBusinessDays",
                            in(
                                    ThresholdOverrides::ownMistake,
                                    ThresholdOverrides.OwnMistake::afterBusinessDays),
                            usual.afterBusinessDays()));
        }

        private Chasing chasing() {
            Chasing usual = DEFAULTS.chasing();
            return new Chasing(
                    pick(
                            "chasing.mails",
                            in(ThresholdOverrides::chasing, ThresholdOverrides.Chasing::mails),
                            usual.mails()),
                    pick(
                            "chasing.apartBusinessDays",
                            in(
                                    ThresholdOverrides::chasing,
                                    ThresholdOverrides.Chasing::apartBusinessDays),
                            usual.apartBusinessDays()));
        }

        private GoneQuiet goneQuiet() {
            GoneQuiet usual = DEFAULTS.goneQuiet();
            return new GoneQuiet(
                    pick(
                            "goneQuiet.afterBusinessDays",
                            in(
                                    ThresholdOverrides::goneQuiet,
                                    ThresholdOverrides.GoneQuiet::afterBusinessDays),
                            usual.afterBusinessDays()),
                    pick(
                            "goneQuiet.minActiveDays",
                            in(
                                    ThresholdOverrides::goneQuiet,
                                    ThresholdOverrides.GoneQuiet::minActiveDays),
                            usual.minActiveDays()));
        }

        private Statement statement(
                String group,
                Function<ThresholdOverrides, Optional<ThresholdOverrides.Statement>> of,
                Statement usual) {
            return new Statement(
                    pick(
                            group + ".minConfidence",
                            in(of, ThresholdOverrides.Statement::minConfidence),
                            usual.minConfidence()));
        }

        private static <G, V> Function<ThresholdOverrides, Optional<V>> in(
                Function<ThresholdOverrides, Optional<G>> group, Function<G, Optional<V>> value) {
            return overrides -> group.apply(overrides).flatMap(value);
        }

        private <V> V pick(String key, Function<ThresholdOverrides, Optional<V>> of, V usual) {
            for (ThresholdOverrides.Layer layer : layers) {
                Optional<V> set = of.apply(layer.overrides());
                if (set.isPresent()) {
                    origins.put(key, layer.name());
                    return set.get();
                }
            }
            origins.put(key, BUILT_IN);
            return usual;
        }
    }
}
