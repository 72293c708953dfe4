package io.fraywatch.source.imap;

import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.imap.Lane.Batch;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The cursor as it moves over the folders in one pull.
final class CursorProgress {
    private final Intake intake;
    private Cursor cursor;
    private Cursor settled;

    CursorProgress(Cursor from, Intake intake) {
        this.intake = intake;
        this.cursor = from;
        this.settled = from;
    }

    void start(Lane lane) {
        cursor = cursor.with(lane.folder(), lane.mark().toString());
    }

    void settle(Batch batch) throws InterruptedException {
        cursor = cursor.with(batch.folder(), batch.settle().toString());
        settle();
    }

    /// Settles what moved without a mail: the folders' own counts of changes, and folders that
    /// aren't read any more.
    ///
    /// @param shut folders that couldn't be read this time and keep their marks
    /// @param countsChanges whether the server tells what vanished since a change
    void end(Collection<Plan> plans, Set<String> shut, boolean countsChanges)
            throws InterruptedException {
        Set<String> unread = new HashSet<>(cursor.marks().keySet());
        unread.removeAll(shut);
        for (Plan plan : plans) {
            String folder = plan.lane().folder();
            unread.remove(folder);
            long change = countsChanges ? plan.state().modSeq() : 0;
            cursor = cursor.with(folder, plan.lane().mark().at(change).toString());
        }
        for (String folder : unread) {
            cursor = cursor.without(folder);
        }
        settle();
    }

    private void settle() throws InterruptedException {
        if (!cursor.equals(settled)) {
            intake.settled(cursor);
            settled = cursor;
        }
    }
}
