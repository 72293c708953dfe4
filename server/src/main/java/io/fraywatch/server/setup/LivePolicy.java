package io.fraywatch.server.setup;

import io.fraywatch.server.config.Settings;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.sync.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The policy by the configuration file as it stands now. A file that can't be used changes
/// nothing: what was read before keeps holding, and [#trouble] says so. Safe for many threads.
public final class LivePolicy implements Supplier<Policy> {
    private static final Logger log = LoggerFactory.getLogger(LivePolicy.class);

    private final Path file;
    private final Setup start;
    private Supplier<Policy> policy;
    private Settings last;
    private Stamp seen;
    private Optional<String> trouble = Optional.empty();
    private int edition;

    /// Tells one state of the file from another.
    private record Stamp(FileTime changed, long size) {}

    /// @param start made from the configuration as it was at the start
    public LivePolicy(Setup start) {
        this.start = start;
        this.file = start.file().file();
        this.policy = new Once<>(start::policy);
        this.last = start.settings();
        this.seen = stamp(file);
    }

    @Override
    public Policy get() {
        Supplier<Policy> now;
        synchronized (this) {
            now = policy;
        }
        return now.get();
    }

    /// Why the file as it stands isn't in use, or not all of it; empty when it is.
    public synchronized Optional<String> trouble() {
        return trouble;
    }

    /// Tells one policy from the next: a greater number means that mail is to be judged anew.
    public synchronized int edition() {
        return edition;
    }

    /// Reads the file again if it has changed.
    public void refresh() {
        Stamp now = stamp(file);
        synchronized (this) {
            if (now.equals(seen)) {
                return;
            }
            seen = now;
        }
        try {
            Setup fresh = new Setup(SettingsFile.read(file), start.clock());
            adopt(fresh);
        } catch (SettingsException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void adopt(Setup fresh) {
        policy = new Once<>(fresh::policy);
        edition++;
        List<String> live = SettingsChange.between(last, fresh.settings()).live();
        List<String> waiting = SettingsChange.between(start.settings(), fresh.settings()).waiting();
        last = fresh.settings();
        trouble =
                waiting.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                "What you changed in "
                                        + file
                                        + " under "
                                        + String.join(", ", waiting)
                                        + " holds once the server is started again.");
        log.info(
                "{} read again; {}",
                file,
                live.isEmpty()
                        ? "nothing that holds at once has changed"
                        : "from now on these hold: " + String.join(", ", live));
        trouble.ifPresent(log::warn);
    }

    private synchronized void refuse(String why) {
        trouble = Optional.of("The changed configuration isn't used, the one before holds: " + why);
        log.warn("the changed configuration isn't used, the one before holds: {}", why);
    }

    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException e) {
            return new Stamp(FileTime.fromMillis(0), -1);
        }
    }
}
