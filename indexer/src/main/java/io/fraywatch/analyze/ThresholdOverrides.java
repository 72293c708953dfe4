package io.fraywatch.analyze;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Optional;

/// Single values of [Thresholds] set for everybody, a tier, a client or a contact; what isn't set
/// is inherited.
///
/// The components mirror those of [Thresholds], with the same units and bounds.
///
/// @param preset a set of values that stands below the single values beside it
public record ThresholdOverrides(
        Optional<Preset> preset,
        Optional<@Min(0) @Max(100) Integer> minScore,
        Optional<@Valid ChasedInVain> chasedInVain,
        Optional<@Valid WeOweAReply> weOweAReply,
        Optional<@Valid CurtReply> curtReply,
        Optional<@Valid Statement> statedUnhappy,
        Optional<@Valid Statement> wrongPerson,
        Optional<@Valid Statement> workTakenBack,
        Optional<@Valid Statement> cancellationTalk,
        Optional<@Valid OwnMistake> ownMistake,
        Optional<@Valid BrokenPromise> brokenPromise,
        Optional<@Valid Chasing> chasing,
        Optional<@Valid GoneQuiet> goneQuiet,
        Optional<@Positive Double> holdBusinessDays,
        Optional<@Positive Double> forgetBusinessDays) {
    /// Overrides nothing.
    public static final ThresholdOverrides NONE =
            new ThresholdOverrides(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// A set of values made for a taste.
    public enum Preset {
        /// Only what is hard to overlook: fewer flags, later.
        LOOSE,
        /// The built-in values.
        NORMAL,
        /// For clients one can't afford to lose: more flags, earlier.
        STRICT
    }

    /// Overrides the least score and nothing else.
    public static ThresholdOverrides minScore(int score) {
        return new ThresholdOverrides(
                NONE.preset,
                Optional.of(score),
                NONE.chasedInVain,
                NONE.weOweAReply,
                NONE.curtReply,
                NONE.statedUnhappy,
                NONE.wrongPerson,
                NONE.workTakenBack,
                NONE.cancellationTalk,
                NONE.ownMistake,
                NONE.brokenPromise,
                NONE.chasing,
                NONE.goneQuiet,
                NONE.holdBusinessDays,
                NONE.forgetBusinessDays);
    }

    /// Overrides and what to call the place they come from, such as `client harborlane`.
    public record Layer(String name, ThresholdOverrides overrides) {}

    public record ChasedInVain(
            Optional<@Min(1) Integer> unansweredMessages,
            Optional<@Positive Double> afterBusinessDays,
            Optional<@Min(1) Integer> minReplies) {}

    public record WeOweAReply(
            Optional<@Positive Double> afterBusinessDays,
            Optional<@DecimalMin("0") @DecimalMax("100") Double> warnAtPercent) {}

    public record CurtReply(
            Optional<@Min(3) @Max(200) Integer> minEarlierMails,
            Optional<@Positive Double> surpriseNats) {}

    public record Statement(Optional<@DecimalMin("0.05") @DecimalMax("1") Double> minConfidence) {}

    public record OwnMistake(
            Optional<@DecimalMin("0.05") @DecimalMax("1") Double> minConfidence,
            Optional<@PositiveOrZero Double> afterBusinessDays) {}

    public record BrokenPromise(Optional<@PositiveOrZero Double> graceBusinessDays) {}

    public record Chasing(
            Optional<@Min(1) Integer> mails, Optional<@PositiveOrZero Double> apartBusinessDays) {}

    public record GoneQuiet(
            Optional<@Positive Double> afterBusinessDays,
            Optional<@Min(3) Integer> minActiveDays) {}
}
