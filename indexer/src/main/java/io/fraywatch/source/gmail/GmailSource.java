package io.fraywatch.source.gmail;

import com.google.api.services.gmail.model.Message;
import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A Gmail mailbox, read over the API.
///
/// At first everything that is listed and not yet known is fetched, newest first. From then on one
/// call asks what happened since; when Gmail no longer knows that, the listing is compared with
/// what is known, and only what is missing is fetched. Drafts, junk and deleted mail are left out.
public final class GmailSource implements MailSource {
    private static final String FOLDER = "All Mail";

    /// One batch is half a second of quota; larger ones would only make larger answers.
    private static final int BATCH = 20;

    private static final int SETTLED = 500;
    private static final Set<String> SAYS_LITTLE = Set.of("UNREAD", "IMPORTANT", "CHAT");

    private final Calls calls;
    private final GmailApi api;
    private final RawMails mails;
    private Map<String, String> labels = Map.of();

    public GmailSource(GmailSettings settings) {
        this(settings, Pace.Time.SYSTEM);
    }

    GmailSource(GmailSettings settings, Pace.Time time) {
        this.calls = new Calls(settings, time);
        this.api = new GmailApi(calls);
        this.mails = new RawMails(calls);
    }

    @Override
    public void pull(Cursor from, Intake intake) throws SourceException, InterruptedException {
        Optional<GmailMark> mark =
                Optional.ofNullable(from.marks().get(FOLDER)).flatMap(GmailMark::parse);
        Optional<Changes> changes =
                mark.isPresent() && mark.get().whole()
                        ? api.changesSince(mark.get().history())
                        : Optional.empty();
        if (changes.isPresent()) {
            follow(changes.get(), mark.get(), from, intake);
        } else {
            boolean going = mark.isPresent() && !mark.get().whole();
            compare(going ? mark.get().history() : api.historyId(), from, intake);
        }
    }

    /// Fetches what is listed and not known.
    ///
    /// @param start where the history stood before the first listing
    private void compare(long start, Cursor from, Intake intake)
            throws SourceException, InterruptedException {
        List<String> listed = api.ids();
        Set<Location> known = intake.known(FOLDER);
        List<String> missing = listed.stream().filter(id -> !known.contains(location(id))).toList();
        intake.folder(FOLDER, listed.size(), missing.size());
        Cursor part = from.with(FOLDER, new GmailMark(start, false).toString());
        for (int at = 0; at < missing.size(); at += SETTLED) {
            fetch(missing.subList(at, Math.min(missing.size(), at + SETTLED)), intake);
            intake.settled(part);
        }
        intake.settled(from.with(FOLDER, new GmailMark(start, true).toString()));
    }

    private void follow(Changes changes, GmailMark mark, Cursor from, Intake intake)
            throws SourceException, InterruptedException {
        List<String> touched = new ArrayList<>(changes.touched());
        Collections.reverse(touched);
        intake.folder(FOLDER, Intake.UNCOUNTED, touched.size());
        changes.deleted().forEach(id -> intake.gone(location(id)));
        fetch(touched, intake);
        if (changes.history() != mark.history()) {
            intake.settled(from.with(FOLDER, new GmailMark(changes.history(), true).toString()));
        }
    }

    private void fetch(List<String> ids, Intake intake)
            throws SourceException, InterruptedException {
        for (int at = 0; at < ids.size(); at += BATCH) {
            List<String> some = ids.subList(at, Math.min(ids.size(), at + BATCH));
            RawMails.Fetched fetched = mails.fetch(some);
            for (String id : some) {
                if (fetched.refused().containsKey(id)) {
                    intake.quarantine(location(id), fetched.refused().getOrDefault(id, ""));
                } else {
                    take(id, Optional.ofNullable(fetched.mails().get(id)), intake);
                }
            }
        }
    }

    private void take(String id, Optional<Message> mail, Intake intake)
            throws SourceException, InterruptedException {
        Set<String> ids =
                mail.flatMap(m -> Optional.ofNullable(m.getLabelIds()))
                        .map(Set::copyOf)
                        .orElse(Set.of());
        if (mail.isEmpty() || !Collections.disjoint(ids, Changes.LEFT_OUT)) {
            intake.gone(location(id));
            return;
        }
        byte[] raw = mail.get().getRaw() == null ? new byte[0] : mail.get().decodeRaw();
        if (raw.length == 0) {
            intake.quarantine(location(id), "Gmail lists it and gives nothing of it");
            return;
        }
        intake.accept(
                new RawMail(
                        location(id),
                        Optional.ofNullable(mail.get().getInternalDate())
                                .map(Instant::ofEpochMilli),
                        raw,
                        Optional.of(number(id)),
                        Optional.ofNullable(mail.get().getThreadId()).map(GmailSource::number),
                        names(ids)));
    }

    /// The API writes in hexadecimal what Gmail's IMAP writes in decimal; so a mailbox may change
    /// from one to the other.
    private static String number(String id) {
        try {
            return Long.toUnsignedString(Long.parseUnsignedLong(id, 16));
        } catch (NumberFormatException _) {
            return id;
        }
    }

    private List<String> names(Set<String> ids) throws SourceException, InterruptedException {
        if (!labels.keySet().containsAll(ids)) {
            labels = new HashMap<>(api.labels());
            ids.forEach(id -> labels.putIfAbsent(id, id));
        }
        return ids.stream()
                .filter(id -> !SAYS_LITTLE.contains(id) && !id.startsWith("CATEGORY_"))
                .map(id -> labels.getOrDefault(id, id))
                .sorted()
                .toList();
    }

    private static Location location(String id) {
        return new Location(FOLDER, id);
    }

    @Override
    public void refetch(Set<Location> places, Intake intake)
            throws SourceException, InterruptedException {
        fetch(
                places.stream()
                        .filter(place -> place.folder().equals(FOLDER))
                        .map(Location::key)
                        .toList(),
                intake);
    }

    @Override
    public void list(String folder, Consumer<Listed> each) throws SourceException {
        for (String id : uninterrupted(api::ids)) {
            each.accept(new Listed(location(id), -1));
        }
    }

    @Override
    public List<String> folders() throws SourceException {
        uninterrupted(api::historyId);
        return List.of(FOLDER);
    }

    @Override
    public List<String> ownAddresses() throws SourceException {
        return uninterrupted(api::sendAs);
    }

    private interface Question<T> {
        T ask() throws SourceException, InterruptedException;
    }

    private static <T> T uninterrupted(Question<T> question) throws SourceException {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(
                    SourceException.Kind.UNREACHABLE,
                    "Fraywatch was stopped while it asked Gmail",
                    "Nothing to do: it goes on from here next time.",
                    e);
        }
    }

    @Override
    public Optional<Tier> tier() {
        return Optional.of(Tier.HISTORY);
    }

    @Override
    public void close() {
        calls.close();
    }
}
