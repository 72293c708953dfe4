package io.fraywatch.store.lucene;

import static io.fraywatch.store.Mails.mail;

import io.fraywatch.mail.AccountName;
import io.fraywatch.store.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A process that writes to account `work`, commits one mail, puts another, prints `r` and waits to
/// be killed.
final class OtherWriter {
    private OtherWriter() {}

    public static void main(String[] arguments) throws Exception {
        try (LuceneStore store = new LuceneStore(Path.of(arguments[0]), Duration.ofSeconds(1));
                Writer writer = store.openWriter(new AccountName("work"))) {
            writer.put(mail("committed").stored());
            writer.commit(Map.of("cursor", "1"));
            writer.put(mail("uncommitted").stored());
            System.out.print('r');
            System.out.flush();
            while (System.in.read() >= 0) {}
        }
    }
}
