package io.fraywatch.source.mbox;

import io.fraywatch.source.MailSource;
import io.fraywatch.source.MailSourceContract;
import io.fraywatch.testing.DiskState;
import io.fraywatch.testing.Mails;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.io.TempDir;

class MboxContractTest implements MailSourceContract {
    @TempDir private Path directory;

    @Override
    public Mailbox mailbox() throws Exception {
        Path file = Files.createFile(directory.resolve("inbox.mbox"));
        MboxSource source = new MboxSource(file);
        return new Mailbox() {
            @Override
            public MailSource source() {
                return source;
            }

            @Override
            public void add(byte[] mail) throws Exception {
                Files.write(file, Mails.inMbox(mail), StandardOpenOption.APPEND);
            }

            @Override
            public Object state() throws Exception {
                return DiskState.of(directory);
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }
}
