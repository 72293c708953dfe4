package io.fraywatch.server.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;

/// Lets only forms change something: what else is posted to a form's address is refused before
/// anybody looks for its fields.
final class FormsOnly implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean form =
                type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        if (request.getMethod().equals(HttpMethod.POST) && !form) {
            throw new ProblemException(
                    new Problem(
                            415,
                            "Not a form",
                            "This address takes what its form on the page sends, and nothing else.",
                            "Go back to the page and press one of its buttons."));
        }
    }
}
