package io.fraywatch.sync;

import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.people.Trace;
import io.fraywatch.source.FolderNames;
import io.fraywatch.store.Entry;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Turns what the store keeps of an account into traces of people.
final class Traces {
    private static final double ASKS = 0.5;

    private Traces() {}

    /// All mail of the account that was sent, as traces.
    static List<Trace> of(Account account, View view) throws StoreException {
        Set<MailId> filedAsSent = new HashSet<>();
        for (String folder : view.folders().keySet()) {
            if (FolderNames.isSent(folder)) {
                filedAsSent.addAll(view.mails(folder));
            }
        }
        List<Trace> traces = new ArrayList<>();
        view.forEach(entry -> {
            if (Docket.wasSent(entry)) {
                traces.add(trace(account, entry, filedAsSent.contains(entry.id())));
            }
        });
        return traces;
    }

    private static Trace trace(Account account, Entry entry, boolean inSentFolder) {
        Identity us = account.identity();
        List<Address> addressed =
                Stream.concat(entry.headers().to().stream(), entry.headers().cc().stream())
                        .toList();
        return new Trace(
                account.name() + "/" + entry.conversation(),
                entry.sentAt(),
                entry.headers().date(),
                entry.headers().author(),
                entry.headers().author().filter(us::isOurs).isPresent(),
                addressed.stream().anyMatch(us::isOurs),
                addressed.stream().filter(one -> !us.isOurs(one)).toList(),
                entry.kind(),
                inSentFolder || entry.headers().labels().stream().anyMatch(FolderNames::isSent),
                TextFeatures.decode(entry.features()).of(Head.ASK) >= ASKS);
    }
}
