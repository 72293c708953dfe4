package io.fraywatch.source.imap;

import io.fraywatch.mail.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a pull has left to read in one folder, in batches: first the new mails, oldest first, so
/// that the mark can follow; then history, newest first.
final class Lane {
    /// The largest mail we read.
    static final long LARGEST_MAIL = 50L << 20;

    /// A mail above this size is read in slices.
    static final long LARGEST_WHOLE = 8L << 20;

    private static final int BATCH_MAILS = 500;
    private static final long BATCH_BYTES = 16L << 20;

    private final String folder;
    private final List<Batch> news = new ArrayList<>();
    private final List<Batch> history = new ArrayList<>();
    private final int mails;
    private FolderMark mark;

    /// @param mark how far the folder has been read
    /// @param open what lies in the folder outside of what the mark has settled, in any order
    /// @param top the UID up to which everything has been listed
    Lane(String folder, FolderMark mark, List<Mail> open, long top) {
        this.folder = folder;
        this.mark = mark;
        this.mails = open.size();
        List<Mail> above =
                open.stream()
                        .filter(mail -> mail.uid() > mark.high())
                        .sorted(Comparator.comparingLong(Mail::uid))
                        .toList();
        List<Mail> below =
                open.stream()
                        .filter(mail -> mail.uid() < mark.low())
                        .sorted(Comparator.comparingLong(Mail::uid).reversed())
                        .toList();
        if (mark.high() < top) {
            fill(news, above, top, false);
        }
        if (!mark.holdsAllHistory()) {
            fill(history, below, 1, true);
        }
    }

    private void fill(List<Batch> batches, List<Mail> open, long end, boolean downwards) {
        List<List<Mail>> parts = parts(open);
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            long settles = last ? end : parts.get(i).getLast().uid();
            batches.add(new Batch(this, parts.get(i), settles, downwards));
        }
    }

    String folder() {
        return folder;
    }

    FolderMark mark() {
        return mark;
    }

    int mails() {
        return mails;
    }

    List<Batch> news() {
        return news;
    }

    List<Batch> history() {
        return history;
    }

    /// At least one part, the last of which may be empty.
    private static List<List<Mail>> parts(List<Mail> mails) {
        List<List<Mail>> parts = new ArrayList<>();
        List<Mail> part = new ArrayList<>();
        long bytes = 0;
        for (Mail mail : mails) {
            if (!part.isEmpty()
                    && (part.size() == BATCH_MAILS || bytes + mail.size() > BATCH_BYTES)) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(mail);
            bytes += mail.size();
        }
        parts.add(part);
        return parts;
    }

    /// One mail as the folder's listing shows it.
    ///
    /// @param size bytes by RFC822.SIZE
    record Mail(long uid, long size) {
        Location at(FolderState state) {
            return Listing.location(state, uid);
        }

        boolean isWhole() {
            return size <= LARGEST_WHOLE;
        }
    }

    /// Mails to be fetched by one command.
    ///
    /// @param settles the UID to which the mark may move once all are taken in
    /// @param downwards whether the mark moves into history
    record Batch(Lane lane, List<Mail> mails, long settles, boolean downwards) {
        String folder() {
            return lane.folder;
        }

        long uidValidity() {
            return lane.mark.uidValidity();
        }

        Location location(Mail mail) {
            return new Location(folder(), uidValidity() + ":" + mail.uid());
        }

        /// Moves the folder's mark over this batch.
        FolderMark settle() {
            lane.mark = downwards ? lane.mark.downTo(settles) : lane.mark.upTo(settles);
            return lane.mark;
        }
    }
}
