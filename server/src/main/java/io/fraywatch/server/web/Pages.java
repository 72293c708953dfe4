package io.fraywatch.server.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Answers requests with pages.
public final class Pages {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

    private final Templates templates;

    public Pages(Templates templates) {
        this.templates = templates;
    }

    /// A page made from a template.
    ///
    /// @param template as in [Templates#render]
    public Response page(int status, String template, Object model) {
        return Response.status(status).type(HTML).entity(templates.render(template, model)).build();
    }

    /// A page that says what went wrong and what to do.
    Response problem(Problem problem) {
        return page(problem.status(), "web/problem.ftlh", problem);
    }
}
