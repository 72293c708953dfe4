package io.fraywatch.source.gmail;

import com.google.api.services.gmail.model.History;
import com.google.api.services.gmail.model.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// What the history says happened, put together: which mails to look at again, and which are gone.
///
/// Only labels that say where a mail lies count; that one was read or starred doesn't.
final class Changes {
    /// Where mail lies that nobody sent or keeps.
    static final Set<String> LEFT_OUT = Set.of("SPAM", "TRASH", "DRAFT", "CHAT");

    private static final String USERS_OWN = "Label_";

    private final SequencedSet<String> touched = new LinkedHashSet<>();
    private final SequencedSet<String> deleted = new LinkedHashSet<>();
    private long history;

    Changes(long start) {
        this.history = start;
    }

    /// Adds the records of one page, in their order.
    ///
    /// @param now the point of the history that the page leads to
    void add(List<History> records, long now) {
        history = Math.max(history, now);
        for (History record : records) {
            all(record.getMessagesAdded()).forEach(each -> touch(each.getMessage()));
            all(record.getLabelsAdded())
                    .forEach(each -> moved(each.getMessage(), each.getLabelIds()));
            all(record.getLabelsRemoved())
                    .forEach(each -> moved(each.getMessage(), each.getLabelIds()));
            all(record.getMessagesDeleted())
                    .forEach(each -> {
                        touched.remove(each.getMessage().getId());
                        deleted.add(each.getMessage().getId());
                    });
        }
    }

    private static <T> List<T> all(@org.jspecify.annotations.Nullable List<T> maybe) {
        return Optional.ofNullable(maybe).orElse(List.of());
    }

    private void touch(Message message) {
        touched.add(message.getId());
    }

    private void moved(Message message, @org.jspecify.annotations.Nullable List<String> labels) {
        if (all(labels).stream()
                .anyMatch(id -> LEFT_OUT.contains(id) || id.startsWith(USERS_OWN))) {
            touch(message);
        }
    }

    /// Mails that are new or lie elsewhere now, the newest last.
    SequencedSet<String> touched() {
        return touched;
    }

    /// Mails deleted for good.
    SequencedSet<String> deleted() {
        return deleted;
    }

    /// The point of the history that all this leads to.
    long history() {
        return history;
    }
}
