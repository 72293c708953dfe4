package io.fraywatch.server.digest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.dropwizard.lifecycle.Managed;
import io.fraywatch.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Makes the digest at its hour and looks after open letters every minute.
///
/// The scheduler promises to run each at least once, also for an hour the machine slept through;
/// that nobody gets two mails is the outbox's doing.
public final class DigestJob implements Managed {
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final int PATIENCE_MILLIS = 10_000;
    private static final Duration POLL = Duration.ofSeconds(10);

    private final SQLiteDataSource database;
    private final Scheduler scheduler;

    /// @param schedule the file that keeps what is to run next, over restarts; its folder exists
    ///   already
    public DigestJob(Path schedule, Digests digests, DigestPlan plan, Clock clock) {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        this.database = new SQLiteDataSource(config);
        database.setUrl("jdbc:sqlite:" + schedule.toAbsolutePath());
        this.scheduler =
                Scheduler.create(database)
                        .startTasks(morning(digests, plan), rounds(digests))
                        .clock(clock::instant)
                        .threads(1)
                        .pollingInterval(POLL)
                        .build();
    }

    @Override
    public void start() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table if not exists scheduled_tasks (
                      task_name text not null,
                      task_instance text not null,
                      task_data blob,
                      execution_time timestamp not null,
                      picked boolean not null,
                      picked_by text,
                      last_success timestamp,
                      last_failure timestamp,
                      consecutive_failures integer,
                      last_heartbeat timestamp,
                      version bigint not null,
                      priority smallint,
                      primary key (task_name, task_instance)
                    )
                    """);
        }
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
    }

    private static RecurringTask<Void> morning(Digests digests, DigestPlan plan) {
        return Tasks.recurring("digest-morning", new Mornings(plan))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> run(digests::morning));
    }

    private static RecurringTask<Void> rounds(Digests digests) {
        return Tasks.recurring("digest-rounds", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> run(digests::deliver));
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (StoreException e) {
            throw new IllegalStateException(
                    "the mail index can't be read; trying again in a while", e);
        }
    }

    private interface Step {
        void run() throws StoreException;
    }

    /// The hours of the plan as the scheduler asks for them.
    private record Mornings(DigestPlan plan) implements Schedule {
        @Override
        public Instant getNextExecutionTime(ExecutionComplete done) {
            return plan.nextAfter(done.getTimeDone());
        }

        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return plan.nextAfter(now);
        }

        @Override
        public boolean isDeterministic() {
            return true;
        }
    }
}
