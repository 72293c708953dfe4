package io.fraywatch.server.web;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/// Takes the place of Dropwizard's own mapper for this exception, which would log its message: that
/// may hold words of a mail.
final class BrokenPromiseMapper implements ExceptionMapper<IllegalStateException> {
    private final Pages pages;

    @Context
    @SuppressWarnings("NullAway.Init") // Jersey sets it before the first call
    private UriInfo uri;

    BrokenPromiseMapper(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Response toResponse(IllegalStateException error) {
        return ProblemMapper.answer(error, uri, pages);
    }
}
