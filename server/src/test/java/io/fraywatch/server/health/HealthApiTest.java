package io.fraywatch.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import org.junit.jupiter.api.Test;

class HealthApiTest {
    private final HealthCheckRegistry checks = new HealthCheckRegistry();

    private void say(String name, HealthCheck.Result result) {
        checks.register(
                name,
                new HealthCheck() {
                    @Override
                    protected Result check() {
                        return result;
                    }
                });
    }

    @Test
    void everythingInOrderIsA200() {
        say("index", HealthCheck.Result.healthy("2 mails"));
        assertThat(new HealthApi(checks).health().getStatus()).isEqualTo(200);
    }

    @Test
    void anythingOfOursAmissIsA503() {
        say("index", HealthCheck.Result.healthy("2 mails"));
        say("mailboxes", HealthCheck.Result.unhealthy("work: the password was refused"));
        assertThat(new HealthApi(checks).health().getStatus()).isEqualTo(503);
    }

    @Test
    void whatDropwizardChecksOfItselfDoesNotCount() {
        say("deadlocks", HealthCheck.Result.unhealthy("two threads"));
        assertThat(new HealthApi(checks).health().getStatus()).isEqualTo(200);
    }
}
