package io.fraywatch.source.imap;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.Recogniser;
import io.fraywatch.source.Shrinkage;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.imap.Lane.Mail;
import io.fraywatch.source.imap.Listing.Seen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ProtocolException;

/// Decides what a pull has to read in each folder, and finds out what needn't be read because it
/// only moved.
///
/// A folder in which nothing happened isn't opened. Except on a first pass, new mails are looked at
/// by their headers before any is fetched.
final class Planner {
    private static final int GLANCE = 500;

    private final Listing listing;
    private final ShutFolders shut;
    private final Cursor from;
    private final Intake intake;
    private final Map<String, Set<Location>> known = new HashMap<>();

    /// @param shut takes down what turns out to be shut to us; for such a folder there is no plan
    Planner(Listing listing, ShutFolders shut, Cursor from, Intake intake) {
        this.listing = listing;
        this.shut = shut;
        this.from = from;
        this.intake = intake;
    }

    /// @param states of the folders to read
    List<Plan> plan(List<FolderState> states)
            throws IOException, ProtocolException, SourceException {
        List<Outset> outsets = new ArrayList<>();
        for (FolderState state : states) {
            opened(state.folder(), () -> outset(state)).ifPresent(outsets::add);
        }
        Map<String, Set<Location>> vanished = new HashMap<>();
        for (Outset outset : outsets) {
            String folder = outset.state().folder();
            opened(folder, () -> vanished(outset)).ifPresent(gone -> vanished.put(folder, gone));
        }
        outsets.removeIf(outset -> shut.holds(outset.state().folder()));
        boolean looks = !from.equals(Cursor.START) && outsets.stream().anyMatch(Outset::hasNews);
        Optional<Recogniser> recognising =
                looks ? Optional.of(intake.recogniser(left(outsets, vanished))) : Optional.empty();
        List<Plan> plans = new ArrayList<>();
        for (Outset outset : outsets) {
            String folder = outset.state().folder();
            Set<Location> gone = vanished.getOrDefault(folder, Set.of());
            boolean told =
                    !gone.isEmpty() && !Shrinkage.isSuspicious(gone.size(), known(folder).size());
            opened(folder, () -> lane(outset, recognising))
                    .map(lane ->
                            new Plan(outset.state(), lane, told ? List.copyOf(gone) : List.of()))
                    .ifPresent(plans::add);
        }
        return plans;
    }

    /// What a folder answers; empty if it turns out to be shut to us.
    private <T> Optional<T> opened(String folder, Opening<T> opening)
            throws IOException, ProtocolException, SourceException {
        try {
            return Optional.of(opening.ask());
        } catch (SourceException e) {
            shut.note(folder, e);
            return Optional.empty();
        }
    }

    private interface Opening<T> {
        T ask() throws IOException, ProtocolException, SourceException;
    }

    private Outset outset(FolderState state)
            throws IOException, ProtocolException, SourceException {
        Optional<FolderMark> mark =
                Optional.ofNullable(from.marks().get(state.folder())).flatMap(FolderMark::parse);
        if (state.tellsNext()) {
            return Outset.of(state, mark);
        }
        // A server without UIDNEXT must be asked each time.
        long top = listing.mails(state, "1:*").stream().mapToLong(Mail::uid).max().orElse(0);
        return Outset.of(state.next(top + 1), mark);
    }

    /// Places known whose mail vanished, by the server's word.
    private Set<Location> vanished(Outset outset)
            throws IOException, ProtocolException, SourceException {
        if (!outset.mayAskWhatVanished()) {
            return Set.of();
        }
        UidRanges told = listing.vanished(outset.state(), outset.mark().orElseThrow());
        return told.isEmpty() ? Set.of() : known(outset.state(), told::contains);
    }

    /// Places known that hold their mail no more, whichever way that shows.
    private Set<Location> left(List<Outset> outsets, Map<String, Set<Location>> vanished)
            throws IOException, ProtocolException, SourceException {
        Set<Location> left = new HashSet<>();
        Set<String> unread = new HashSet<>(from.marks().keySet());
        for (Outset outset : outsets) {
            FolderState state = outset.state();
            unread.remove(state.folder());
            Set<Location> valid = known(state, uid -> true);
            left.addAll(known(state.folder()));
            left.removeAll(valid);
            left.addAll(vanished.getOrDefault(state.folder(), Set.of()));
            if (!outset.knowsWhatVanished()
                    && valid.size() + outset.mostNew() > state.mails()
                    && !valid.isEmpty()) {
                opened(state.folder(), () -> missing(state, valid)).ifPresent(left::addAll);
            }
        }
        unread.removeAll(shut.all().keySet());
        unread.forEach(folder -> left.addAll(known(folder)));
        return left;
    }

    private Set<Location> missing(FolderState state, Set<Location> valid)
            throws IOException, ProtocolException, SourceException {
        Set<Location> missing = new HashSet<>(valid);
        listing.mails(state, "1:*").forEach(mail -> missing.remove(mail.at(state)));
        return missing;
    }

    private Lane lane(Outset outset, Optional<Recogniser> recogniser)
            throws IOException, ProtocolException, SourceException {
        FolderState state = outset.state();
        FolderMark mark = outset.markOrFresh();
        List<Mail> open = new ArrayList<>();
        if (outset.mark().isEmpty()) {
            Set<Location> there = recogniser.isEmpty() ? Set.of() : known(state, uid -> true);
            open.addAll(
                    unknown(
                            state,
                            "1:*",
                            uid -> !there.contains(Listing.location(state, uid)),
                            recogniser));
        } else {
            if (outset.hasNews()) {
                String uids = (mark.high() + 1) + ":*";
                open.addAll(unknown(state, uids, uid -> uid > mark.high(), recogniser));
            }
            if (!mark.holdsAllHistory()) {
                open.addAll(listing.mails(state, "1:" + (mark.low() - 1)));
            }
        }
        long top = open.stream().mapToLong(Mail::uid).max().orElse(0);
        return new Lane(state.folder(), mark, open, Math.max(top, state.uidNext() - 1));
    }

    /// The mails of a folder that nobody recognises.
    private List<Mail> unknown(
            FolderState state, String uids, LongPredicate wanted, Optional<Recogniser> recogniser)
            throws IOException, ProtocolException, SourceException {
        if (recogniser.isEmpty()) {
            return listing.mails(state, uids).stream()
                    .filter(mail -> wanted.test(mail.uid()))
                    .toList();
        }
        List<Mail> unknown = new ArrayList<>();
        List<Seen> glance = new ArrayList<>();
        listing.glimpses(
                state,
                uids,
                seen -> {
                    if (wanted.test(seen.mail().uid())) {
                        glance.add(seen);
                    }
                    if (glance.size() == GLANCE) {
                        unknown.addAll(unknown(glance, recogniser.get()));
                        glance.clear();
                    }
                });
        unknown.addAll(unknown(glance, recogniser.get()));
        return unknown;
    }

    private static List<Mail> unknown(List<Seen> glance, Recogniser recogniser) {
        if (glance.isEmpty()) {
            return List.of();
        }
        Set<Location> recognised =
                recogniser.recognise(glance.stream().map(Seen::glimpse).toList());
        return glance.stream()
                .filter(seen -> !recognised.contains(seen.glimpse().location()))
                .map(Seen::mail)
                .toList();
    }

    private Set<Location> known(String folder) {
        return known.computeIfAbsent(folder, intake::known);
    }

    /// Those of the places known that still count by the folder's UIDVALIDITY.
    private Set<Location> known(FolderState state, LongPredicate uids) {
        String prefix = state.uidValidity() + ":";
        return known(state.folder()).stream()
                .filter(location ->
                        location.key().startsWith(prefix)
                                && uids.test(
                                        Long.parseLong(location.key().substring(prefix.length()))))
                .collect(Collectors.toSet());
    }
}
