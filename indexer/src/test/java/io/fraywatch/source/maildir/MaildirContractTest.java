package io.fraywatch.source.maildir;

import io.fraywatch.source.MailSource;
import io.fraywatch.source.MailSourceContract;
import io.fraywatch.testing.DiskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

class MaildirContractTest implements MailSourceContract {
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir private Path directory;

    @Override
    public Mailbox mailbox() throws Exception {
        for (String part : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectories(directory.resolve(part));
        }
        MaildirSource source = new MaildirSource(directory);
        return new Mailbox() {
            private int added;

            @Override
            public MailSource source() {
                return source;
            }

            @Override
            public void add(byte[] mail) throws Exception {
                String name = added++ + ".M1P1.host";
                Path file = Files.write(directory.resolve("tmp").resolve(name), mail);
                Files.setLastModifiedTime(file, FileTime.from(FIRST.plusSeconds(added)));
                Files.move(
                        file,
                        added % 2 == 0
                                ? directory.resolve("new/" + name)
                                : directory.resolve("cur/" + name + ":2,S"));
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
