package io.fraywatch.server.digest;

import io.fraywatch.flags.FlagId;
import io.fraywatch.flags.Outbox;
import io.fraywatch.flags.Outbox.Letter;
import io.fraywatch.flags.Outbox.Slip;
import io.fraywatch.flags.Outbox.State;
import io.fraywatch.mail.MessageId;
import io.fraywatch.server.web.Notice;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes digests and gets each out exactly once. Safe for several threads and processes that share
/// an outbox.
public final class Digests {
    /// A missed digest is made up for within this time, and not after.
    static final Duration LATE = Duration.ofHours(24);

    /// How long a letter that isn't taken yet is tried again.
    static final Duration PATIENCE = Duration.ofHours(6);

    /// After this a letter still SENDING was left behind by a crash.
    static final Duration ABANDONED = Duration.ofMinutes(10);

    /// How long to wait for a letter of unknown fate to show in the mailbox before it is sent once
    /// more.
    static final Duration SEARCH = Duration.ofMinutes(30);

    /// What the outbox calls the morning's digest.
    private static final String KIND = "daily";

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    private final Desk desk;
    private final Supplier<List<Notice>> notices;
    private final Outbox outbox;
    private final Postman postman;
    private final DigestRenderer renderer;
    private final DigestPlan plan;
    private final Clock clock;

    /// @param notices what must be known now before a digest of today is believed
    public Digests(
            Desk desk,
            Supplier<List<Notice>> notices,
            Outbox outbox,
            Postman postman,
            DigestRenderer renderer,
            DigestPlan plan,
            Clock clock) {
        this.desk = desk;
        this.notices = notices;
        this.outbox = outbox;
        this.postman = postman;
        this.renderer = renderer;
        this.plan = plan;
        this.clock = clock;
    }

    /// The digest as of a moment, rendered and kept nowhere; with nothing at risk it says so.
    public Letter preview(Instant asOf) throws StoreException {
        return letter(digest(asOf.atZone(plan.zone()).toLocalDate(), asOf), asOf);
    }

    /// Sends today's digest now, whatever it has to say, unless it went out already.
    ///
    /// @return the letter and what has become of it
    public Slip sendToday() throws StoreException {
        Instant now = clock.instant();
        LocalDate day = now.atZone(plan.zone()).toLocalDate();
        if (outbox.find(key(day)).isEmpty()) {
            outbox.offer(letter(digest(day, now), now));
        }
        deliver();
        return outbox.find(key(day))
                .orElseThrow(
                        () -> new IllegalStateException("the outbox lost the digest of " + day));
    }

    /// Keeps the digest that is due and not made yet, if it has news or nobody heard from us for a
    /// week; then delivers.
    void morning() throws StoreException {
        Instant now = clock.instant();
        LocalDate day = plan.dueBy(now);
        boolean late = plan.due(day).plus(LATE).isBefore(now);
        if (!late && outbox.find(key(day)).isEmpty()) {
            Digest digest = digest(day, now);
            if (digest.hasNews() || plan.signOfLifeDue(outbox.lastDay(recipient()), day)) {
                outbox.offer(letter(digest, now));
            }
        }
        deliver();
    }

    /// Moves every open letter on by a step, where its time has come.
    void deliver() throws StoreException {
        for (Slip slip : outbox.unfinished()) {
            Duration waited = Duration.between(slip.since(), clock.instant());
            switch (slip.state()) {
                case READY -> {
                    if (waited.compareTo(pause(slip.tries())) >= 0) {
                        send(slip);
                    }
                }
                case SENDING -> {
                    if (waited.compareTo(ABANDONED) >= 0) {
                        outbox.move(slip, State.UNKNOWN, clock.instant());
                    }
                }
                case UNKNOWN -> lookFor(slip, waited);
                case SENT, FAILED -> {}
            }
        }
    }

    /// Two, four, eight … minutes after each try, at most an hour.
    private static Duration pause(int tries) {
        return tries == 0
                ? Duration.ZERO
                : Duration.ofMinutes(Math.min(60, 1L << Math.min(tries, 6)));
    }

    private void lookFor(Slip slip, Duration waited) throws StoreException {
        MessageId id = slip.letter().messageId();
        if (desk.conversationOf(id).isPresent()) {
            outbox.move(slip, State.SENT, clock.instant());
        } else if (waited.compareTo(SEARCH) >= 0) {
            if (slip.tries() > 1) {
                outbox.move(slip, State.FAILED, clock.instant());
                LOG.error(
                        "digest {}: its fate stays unknown after two tries; look into the mail server's log",
                        id);
            } else {
                send(slip);
            }
        }
    }

    private void send(Slip slip) {
        if (!outbox.move(slip, State.SENDING, clock.instant())) {
            return;
        }
        Letter letter = slip.letter();
        Slip sending =
                outbox.find(letter.key())
                        .filter(now -> now.state() == State.SENDING)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "the outbox lost digest " + letter.messageId()));
        Delivery delivery = postman.deliver(letter.content(), plan.from(), plan.recipient());
        switch (delivery) {
            case Delivery.Sent sent -> {
                settle(sending, State.SENT);
                LOG.info("digest {} sent", letter.messageId());
            }
            case Delivery.Later later -> {
                boolean patient = clock.instant().isBefore(letter.madeAt().plus(PATIENCE));
                settle(sending, patient ? State.READY : State.FAILED);
                LOG.warn(
                        "digest {} not sent{}: {}",
                        letter.messageId(),
                        patient ? " yet" : "",
                        later.why());
            }
            case Delivery.Never never -> {
                settle(sending, State.FAILED);
                LOG.error("digest {} not sent: {}", letter.messageId(), never.why());
            }
            case Delivery.Unknown unknown -> {
                settle(sending, State.UNKNOWN);
                LOG.warn(
                        "digest {} may or may not have been sent: {}",
                        letter.messageId(),
                        unknown.why());
            }
        }
    }

    private void settle(Slip sending, State state) {
        outbox.move(sending, state, clock.instant());
    }

    private Digest digest(LocalDate day, Instant asOf) throws StoreException {
        List<Finding> findings = desk.findings(asOf, false);
        List<FlagId> flags = findings.stream().map(Finding::flag).toList();
        long conversations = desk.stats().stream().mapToLong(Desk.Stats::conversations).sum();
        boolean today = day.equals(LocalDate.ofInstant(clock.instant(), plan.zone()));
        return Digest.of(
                day,
                asOf,
                today ? notices.get() : List.of(),
                findings,
                outbox.lastTold(flags),
                conversations);
    }

    private Letter letter(Digest digest, Instant made) {
        return new Letter(
                key(digest.day()),
                DigestMail.messageId(plan.from(), plan.recipient(), digest.day()),
                DigestMail.write(
                        renderer.render(digest),
                        plan.from(),
                        plan.recipient(),
                        digest.day(),
                        made,
                        plan.zone()),
                digest.told(),
                made);
    }

    private Outbox.Key key(LocalDate day) {
        return new Outbox.Key(recipient(), day, KIND);
    }

    private String recipient() {
        return plan.recipient().address();
    }
}
