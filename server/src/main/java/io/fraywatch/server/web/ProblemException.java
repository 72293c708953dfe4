package io.fraywatch.server.web;

/// Ends a request with a [Problem]: a page for people, JSON below `/api/`.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.what());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
