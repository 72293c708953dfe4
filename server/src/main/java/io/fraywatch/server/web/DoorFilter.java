package io.fraywatch.server.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Stands before everything: sets the headers, and lets in only requests that name this machine and
/// come from our own pages.
///
/// A request that changes something must say that it comes from one of our pages.
///
/// A page elsewhere can make a browser ask us, by name (DNS rebinding) or across origins; neither
/// may read anything here.
final class DoorFilter implements Filter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Set<String> hosts;

    /// @param hosts the names we answer to, lower-cased, without port
    DoorFilter(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        SecurityHeaders.set(answer::setHeader);
        if (!http.getRequestURI().startsWith("/assets/")) {
            answer.setHeader("Cache-Control", "no-store");
        }
        Optional<String> objection = objection(http);
        if (objection.isPresent()) {
            answer.setStatus(HttpServletResponse.SC_FORBIDDEN);
            answer.setContentType("text/plain;charset=utf-8");
            answer.getWriter().println(objection.get());
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<String> objection(HttpServletRequest request) {
        String host = header(request, "Host");
        if (!hosts.contains(hostName(host))) {
            return Optional.of(
                    "Fraywatch answers only to its own machine's names. Open it as http://127.0.0.1 and its port.");
        }
        String origin = header(request, "Origin");
        if (!origin.isEmpty()
                && !origin.equals(request.getScheme() + "://" + host.toLowerCase(Locale.ROOT))) {
            return Optional.of(
                    "This request comes from a page of another site. Open Fraywatch itself instead.");
        }
        boolean changes = !READING.contains(request.getMethod());
        if (changes
                && origin.isEmpty()
                && !header(request, "Sec-Fetch-Site").equals("same-origin")) {
            return Optional.of(
                    "Only Fraywatch's own pages may change something here, and this request doesn't say where it comes from.");
        }
        boolean crossSite = header(request, "Sec-Fetch-Site").equals("cross-site");
        if (crossSite && !header(request, "Sec-Fetch-Mode").equals("navigate")) {
            return Optional.of(
                    "Pages of another site may link to Fraywatch, but not load anything from it.");
        }
        return Optional.empty();
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }

    /// `localhost:8420` is `localhost`; `[::1]:8420` is `[::1]`.
    private static String hostName(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
