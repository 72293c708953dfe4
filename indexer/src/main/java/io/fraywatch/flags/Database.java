package io.fraywatch.flags;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// One SQLite file. Every transaction is on disk when it returns; several processes take turns.
final class Database {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MIGRATION_TRIES = 5;

    /// That of the last of the migrations.
    static final int VERSION = 6;

    private final Path file;
    private final Jdbi jdbi;

    private Database(Path file, Jdbi jdbi) {
        this.file = file;
        this.jdbi = jdbi;
    }

    /// Opens the file, making it or bringing its tables up to date where needed.
    static Database open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        if (version(source) != VERSION) {
            migrate(file, source);
        }
        return new Database(file, Jdbi.create(source));
    }

    /// The version of the tables that the file holds, which Flyway takes long to find out; 0 if it
    /// holds none, or can't tell.
    private static int version(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet version =
                        statement.executeQuery(
                                "SELECT MAX(CAST(version AS INTEGER)), MIN(success) FROM flyway_schema_history")) {
            return version.next() && version.getInt(2) == 1 ? version.getInt(1) : 0;
        } catch (SQLException unknown) {
            return 0;
        }
    }

    /// Flyway takes no lock on SQLite: of two processes that start together one fails and finds the
    /// work done when it looks again.
    private static void migrate(Path file, DataSource source) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:io/fraywatch/flags/migrations")
                        .load();
        for (int tries = 1; ; tries++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (tries == MIGRATION_TRIES) {
                    throw new LedgerException(
                            "the database "
                                    + file
                                    + " can't be opened ("
                                    + e.getMessage()
                                    + "); see that its folder exists, is yours and has room; if the file is damaged, put back a copy of it",
                            e);
                }
            }
        }
    }

    /// Something done in one transaction.
    interface Work<T> {
        T on(Handle handle);
    }

    <T> T transaction(Work<T> work) {
        try {
            return jdbi.inTransaction(work::on);
        } catch (JdbiException e) {
            throw new LedgerException(
                    "the database "
                            + file
                            + " can't be used ("
                            + e.getMessage()
                            + "); see that the disk has room and that no other program holds the file",
                    e);
        }
    }
}
