package io.fraywatch.analyze;

import io.fraywatch.mail.MailId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Something we see going wrong in one conversation. What the user is told of it is a flag.
///
/// Sealed: a new kind doesn't compile until it is worded, weighed and stored.
public sealed interface Signal {
    /// The mail that set it off: it names the flag, so the same reason never comes back as a new
    /// one.
    MailId anchor();

    /// From when on it holds.
    Instant since();

    /// The sentences it rests on, never empty.
    List<Evidence> evidence();

    /// The client says that they are unhappy with the work (T1).
    ///
    /// @param confidence 0 to 1
    record StatedUnhappy(MailId anchor, Instant since, List<Evidence> evidence, double confidence)
            implements Signal {}

    /// The work isn't right for us: they say so, or we admit it (T2).
    ///
    /// @param confidence 0 to 1
    record WrongPerson(MailId anchor, Instant since, List<Evidence> evidence, double confidence)
            implements Signal {}

    /// They stopped getting back to us while we keep following up (T3).
    ///
    /// @param unanswered how many of our messages wait for an answer
    /// @param waiting business time since the first of them
    /// @param limit business time after which it counts as silence
    /// @param usual the business time within which nine of ten of this client's answers come; zero
    ///   where too little is known
    /// @param replies how many answers of theirs `usual` rests on
    /// @param chance the chance that they still answer, 0 to 1
    /// @param slow whether it takes longer than 19 of 20 of their own answers
    record ChasedInVain(
            MailId anchor,
            Instant since,
            List<Evidence> evidence,
            int unanswered,
            Duration waiting,
            Duration limit,
            Duration usual,
            int replies,
            double chance,
            boolean slow)
            implements Signal {}

    /// An abrupt answer from a client who isn't usually abrupt (T4).
    ///
    /// @param words how many words of their own it has
    /// @param usualWords the median of their earlier mails
    /// @param missing courtesies they usually show and didn't, in words ("greeting", "thanks")
    /// @param earlier how many earlier mails of theirs it was compared with
    /// @param surprise how unusual it is, as the sum of one-sided surprises in nats
    /// @param lasting whether their manner has shifted over several mails, not in this one alone
    record CurtReply(
            MailId anchor,
            Instant since,
            List<Evidence> evidence,
            int words,
            double usualWords,
            List<String> missing,
            int earlier,
            double surprise,
            boolean lasting)
            implements Signal {}

    /// The client takes the work back and does it themselves (T5).
    ///
    /// @param confidence 0 to 1
    record WorkTakenBack(MailId anchor, Instant since, List<Evidence> evidence, double confidence)
            implements Signal {}

    /// A client's question or request waits for our answer.
    ///
    /// @param waiting business time since it came
    /// @param allowed business time we give ourselves
    record WeOweAReply(
            MailId anchor,
            Instant since,
            List<Evidence> evidence,
            Duration waiting,
            Duration allowed)
            implements Signal {}

    /// A promise of ours whose day has passed without anything following it.
    ///
    /// @param promisedFor the day we named
    /// @param late business time since the end of that day
    record BrokenPromise(
            MailId anchor,
            Instant since,
            List<Evidence> evidence,
            LocalDate promisedFor,
            Duration late)
            implements Signal {}

    /// We admitted a mistake, and they haven't said that it is mended.
    ///
    /// @param confidence 0 to 1
    /// @param waiting business time since we did
    record OwnMistake(
            MailId anchor,
            Instant since,
            List<Evidence> evidence,
            double confidence,
            Duration waiting)
            implements Signal {}

    /// The client chases us: they had to write again.
    ///
    /// @param mails how many mails of theirs wait for us
    /// @param waiting business time since the first of them
    record Chasing(
            MailId anchor, Instant since, List<Evidence> evidence, int mails, Duration waiting)
            implements Signal {}

    /// Nothing comes from a client any more who used to write regularly, in any conversation (T3).
    ///
    /// @param quiet business time since their last mail
    /// @param limit business time after which it counts
    /// @param usual the pause that 19 of 20 of their own stay below
    /// @param activeDays on how many days they wrote before
    record GoneQuiet(
            MailId anchor,
            Instant since,
            List<Evidence> evidence,
            Duration quiet,
            Duration limit,
            Duration usual,
            int activeDays)
            implements Signal {}

    /// In a conversation that goes wrong the client copies in somebody of theirs who was never seen
    /// before.
    ///
    /// @param who what to call them
    /// @param known how many people of the client's were known before
    record NewSeniorCopied(
            MailId anchor, Instant since, List<Evidence> evidence, String who, int known)
            implements Signal {}

    /// The client talks of ending or pausing the work, or of looking at others for it.
    ///
    /// @param confidence 0 to 1
    record CancellationTalk(
            MailId anchor, Instant since, List<Evidence> evidence, double confidence)
            implements Signal {}

    /// A mail of ours came back; they never got it.
    ///
    /// @param failed whom it didn't reach, empty when the mail system names nobody
    /// @param lasting whether it never will, rather than not this time
    record NeverDelivered(
            MailId anchor,
            Instant since,
            List<Evidence> evidence,
            List<String> failed,
            boolean lasting)
            implements Signal {
        public NeverDelivered {
            failed = List.copyOf(failed);
        }
    }
}
