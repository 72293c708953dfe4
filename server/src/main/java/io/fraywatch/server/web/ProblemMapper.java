package io.fraywatch.server.web;

import io.fraywatch.query.QueryException;
import io.fraywatch.server.json.ErrorJson;
import io.fraywatch.store.StoreException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever a resource throws into a page, or into JSON below `/api/`. Never shows a stack
/// trace.
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private final Pages pages;

    @Context
    @SuppressWarnings("NullAway.Init") // Jersey sets it before the first call
    private UriInfo uri;

    ProblemMapper(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Response toResponse(Throwable error) {
        return answer(error, uri, pages);
    }

    static Response answer(Throwable error, UriInfo uri, Pages pages) {
        Problem problem = problem(error);
        if (!uri.getPath().startsWith("api/") && !uri.getPath().startsWith("/api/")) {
            return pages.problem(problem);
        }
        Optional<Integer> position =
                error instanceof QueryException query
                        ? Optional.of(query.position())
                        : Optional.empty();
        return Response.status(problem.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ErrorJson.of(problem.status(), problem.what(), problem.remedy(), position))
                .build();
    }

    private static Problem problem(Throwable error) {
        return switch (error) {
            case ProblemException known -> known.problem();
            case QueryException query ->
                    new Problem(
                            400,
                            "This search can't be understood",
                            Optional.ofNullable(query.getMessage()).orElse("It gives no reason."),
                            "Correct it there; the search page lists what can be asked.");
            case StoreException store ->
                    new Problem(
                            503,
                            "The mail index can't be read",
                            Optional.ofNullable(store.getMessage())
                                    .orElse("The index gave no reason."),
                            "`fraywatch doctor` says what is wrong with it.");
            case WebApplicationException http -> http(http.getResponse().getStatus());
            default -> {
                LOG.error("a request failed", withoutWords(error));
                yield Problem.broken();
            }
        };
    }

    private static Problem http(int status) {
        if (status == 404) {
            return Problem.notFound();
        }
        if (status == 405) {
            return new Problem(
                    405,
                    "Not that way",
                    "This page can only be read.",
                    "Open it by its link, without sending anything.");
        }
        if (status >= 500 || status < 400) {
            return Problem.broken();
        }
        return new Problem(
                status,
                "This request can't be understood",
                "The server answered it with HTTP status " + status + ".",
                "Start again from today's page.");
    }

    /// The place where it broke without the message, which may hold words of a mail.
    static Throwable withoutWords(Throwable error) {
        Throwable bare = new IllegalStateException(error.getClass().getName());
        bare.setStackTrace(error.getStackTrace());
        return bare;
    }
}
