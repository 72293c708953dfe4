package io.fraywatch.sync;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.Recogniser;
import java.util.Set;

/// Hands everything on to another intake.
abstract class ForwardingIntake implements Intake {
    private final Intake to;

    ForwardingIntake(Intake to) {
        this.to = to;
    }

    @Override
    public Set<Location> known(String folder) {
        return to.known(folder);
    }

    @Override
    public Recogniser recogniser(Set<Location> left) {
        return to.recogniser(left);
    }

    @Override
    public void folder(String folder, long mails, long toFetch) {
        to.folder(folder, mails, toFetch);
    }

    @Override
    public void shut(String folder, String why) {
        to.shut(folder, why);
    }

    @Override
    public void accept(RawMail mail) throws InterruptedException {
        to.accept(mail);
    }

    @Override
    public void quarantine(Location location, String reason) {
        to.quarantine(location, reason);
    }

    @Override
    public void gone(Location location) {
        to.gone(location);
    }

    @Override
    public void settled(Cursor cursor) throws InterruptedException {
        to.settled(cursor);
    }
}
