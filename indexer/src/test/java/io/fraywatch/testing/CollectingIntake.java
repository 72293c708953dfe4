package io.fraywatch.testing;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.RawMail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps what a source hands over, and may fail after a number of mails as if the process were
/// killed.
public class CollectingIntake implements Intake {
    private final List<RawMail> mails = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Long> folders = new LinkedHashMap<>();
    private final Map<String, Long> toFetch = new LinkedHashMap<>();
    private final Map<Location, String> quarantined = new LinkedHashMap<>();
    private final List<Location> gone = new ArrayList<>();
    private final Set<Location> known = new HashSet<>();
    private final Map<String, String> shut = new LinkedHashMap<>();
    private final int killedAfter;

    public CollectingIntake() {
        this(Integer.MAX_VALUE);
    }

    public CollectingIntake(int killedAfter) {
        this.killedAfter = killedAfter;
    }

    /// A settled cursor and how many mails had been handed over by then.
    public record Step(Cursor cursor, int mails) {}

    /// The end of a process, played.
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Knows these places already.
    public CollectingIntake knowing(Collection<Location> places) {
        known.addAll(places);
        return this;
    }

    @Override
    public Set<Location> known(String folder) {
        return known.stream()
                .filter(location -> location.folder().equals(folder))
                .collect(Collectors.toSet());
    }

    @Override
    public void shut(String folder, String why) {
        shut.put(folder, why);
    }

    /// The folders that couldn't be read, with the reason.
    public Map<String, String> shutFolders() {
        return shut;
    }

    @Override
    public void gone(Location location) {
        gone.add(location);
    }

    /// The places said to be empty now.
    public List<Location> gone() {
        return gone;
    }

    @Override
    public void folder(String folder, long count, long coming) {
        if (folders.put(folder, count) != null) {
            throw new IllegalStateException("folder " + folder + " announced twice");
        }
        toFetch.put(folder, coming);
    }

    @Override
    public void accept(RawMail mail) {
        if (mails.size() >= killedAfter) {
            throw new Killed();
        }
        if (!folders.containsKey(mail.location().folder())) {
            throw new IllegalStateException(
                    "folder " + mail.location().folder() + " not announced");
        }
        mails.add(mail);
    }

    @Override
    public void quarantine(Location location, String reason) {
        quarantined.put(location, reason);
    }

    @Override
    public void settled(Cursor cursor) {
        steps.add(new Step(cursor, mails.size()));
    }

    public List<RawMail> mails() {
        return mails;
    }

    public List<Step> steps() {
        return steps;
    }

    public Map<String, Long> folders() {
        return folders;
    }

    public Map<String, Long> toFetch() {
        return toFetch;
    }

    public Map<Location, String> quarantined() {
        return quarantined;
    }

    /// Where the next pull starts, if this one began at `from`.
    public Cursor cursor(Cursor from) {
        return steps.isEmpty() ? from : steps.getLast().cursor();
    }
}
