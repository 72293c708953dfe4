package io.fraywatch.server.health;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.dropwizard.core.setup.Environment;
import io.fraywatch.server.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says for a monitor whether everything works: 200 if so, else 503.
@Path("/api/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthApi {
    /// Dropwizard's own checks say nothing about mail.
    private static final List<String> OURS = List.of("index", "mailboxes");

    private final HealthCheckRegistry checks;

    HealthApi(HealthCheckRegistry checks) {
        this.checks = checks;
    }

    public static void register(Environment environment) {
        environment.jersey().register(new HealthApi(environment.healthChecks()));
    }

    /// Everything that was looked at.
    @JsonPropertyOrder({"v", "healthy", "checks"})
    private record Health(int v, boolean healthy, List<Check> checks) {}

    /// @param detail in plain words what is wrong and the mend, or how much there is
    @JsonPropertyOrder({"name", "healthy", "detail"})
    private record Check(String name, boolean healthy, @Nullable String detail) {}

    @GET
    public Response health() {
        Set<String> known = Set.copyOf(checks.getNames());
        List<Check> all =
                OURS.stream()
                        .filter(known::contains)
                        .map(name -> check(name, checks.runHealthCheck(name)))
                        .toList();
        boolean healthy = all.stream().allMatch(Check::healthy);
        return Response.status(healthy ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(new Health(Json.VERSION, healthy, all))
                .build();
    }

    private static Check check(String name, HealthCheck.Result result) {
        return new Check(name, result.isHealthy(), result.getMessage());
    }
}
