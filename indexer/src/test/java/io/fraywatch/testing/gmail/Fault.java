package io.fraywatch.testing.gmail;

import java.util.Optional;

/// An answer given instead of the right one.
///
/// @param status the HTTP status, such as 429
/// @param reason the API's word for it, such as `rateLimitExceeded`
/// @param retryAfter seconds of a `Retry-After` header
public record Fault(int status, String reason, Optional<Integer> retryAfter) {
    public static final Fault TOO_MANY = new Fault(429, "rateLimitExceeded");
    public static final Fault USER_RATE = new Fault(403, "userRateLimitExceeded");
    public static final Fault BACKEND = new Fault(503, "backendError");
    public static final Fault UNAUTHORIZED = new Fault(401, "authError");
    public static final Fault NOT_FOUND = new Fault(404, "notFound");
    public static final Fault NOT_ALLOWED = new Fault(403, "insufficientPermissions");

    public Fault(int status, String reason) {
        this(status, reason, Optional.empty());
    }

    public Fault withRetryAfter(int seconds) {
        return new Fault(status, reason, Optional.of(seconds));
    }
}
