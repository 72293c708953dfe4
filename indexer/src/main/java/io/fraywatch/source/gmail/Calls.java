package io.fraywatch.source.gmail;

import com.google.api.client.googleapis.services.AbstractGoogleClientRequest;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.Gmail;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.fraywatch.source.BoundedHttp;
import io.fraywatch.source.SourceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/// Makes calls of the Gmail API within quota and deadlines, with the token they need, and again
/// where that may help. One thread at a time.
final class Calls implements AutoCloseable {
    private static final long LARGEST_ANSWER = 80L << 20;
    private static final double JITTER = 0.3;
    private static final int UNAUTHORIZED = 401;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final GmailSettings settings;
    private final Failures failures;
    private final Pace pace;
    private final BoundedTransport transport;
    private final Gmail gmail;
    private final RetryPolicy<Object> retry;
    private String token = "";

    Calls(GmailSettings settings, Pace.Time time) {
        this.settings = settings;
        this.failures = new Failures(settings.user());
        GmailSettings.Patience patience = settings.patience();
        this.pace = new Pace(patience.unitsAMinute(), time);
        this.transport =
                new BoundedTransport(
                        new BoundedHttp(patience.connect(), patience.answer(), LARGEST_ANSWER));
        this.gmail =
                new Gmail.Builder(
                                transport,
                                GsonFactory.getDefaultInstance(),
                                request -> request.setNumberOfRetries(0))
                        .setRootUrl(settings.root().toString())
                        .setApplicationName("Fraywatch")
                        .build();
        this.retry =
                RetryPolicy.builder()
                        .handleIf(Failures::isPassing)
                        .withBackoff(patience.firstRetry(), LONGEST_WAIT)
                        .withJitter(JITTER)
                        .withMaxAttempts(patience.tries())
                        .withDelayFnOn(
                                context ->
                                        retryAfter(
                                                (HttpResponseException) context.getLastException()),
                                HttpResponseException.class)
                        .build();
    }

    /// What the server asks for, with room for the jitter that Failsafe takes off; a negative time
    /// leaves it to the back-off.
    private static Duration retryAfter(HttpResponseException answered) {
        try {
            String said = answered.getHeaders().getRetryAfter();
            return said == null
                    ? Duration.ofNanos(-1)
                    : Duration.ofMillis(
                            (long)
                                    (Math.min(
                                                    Long.parseLong(said.strip()),
                                                    LONGEST_WAIT.toSeconds())
                                            * 1_000
                                            / (1 - JITTER)));
        } catch (NumberFormatException _) {
            return Duration.ofNanos(-1);
        }
    }

    Failures failures() {
        return failures;
    }

    Gmail gmail() {
        return gmail;
    }

    /// Builds a request.
    interface Request<T> {
        AbstractGoogleClientRequest<T> build(Gmail gmail) throws IOException;
    }

    /// Does something that may fail on its way.
    interface Action<T> {
        T perform() throws IOException, SourceException;
    }

    /// Makes a call; any failure is final and said in plain words.
    ///
    /// @param units what it costs
    <T> T make(int units, Request<T> request) throws SourceException, InterruptedException {
        try {
            return tryToMake(units, request);
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    /// Makes a call whose failure may mean something to the caller.
    <T> T tryToMake(int units, Request<T> request)
            throws IOException, SourceException, InterruptedException {
        try {
            return perform(units, () -> authorized(request.build(gmail)).execute());
        } catch (HttpResponseException e) {
            if (e.getStatusCode() != UNAUTHORIZED) {
                throw e;
            }
            renewToken();
            return perform(units, () -> authorized(request.build(gmail)).execute());
        }
    }

    /// Performs an action that costs units, and again while its failures may pass.
    <T> T perform(int units, Action<T> action)
            throws IOException, SourceException, InterruptedException {
        pace.spend(units);
        try {
            return Failsafe.with(retry).get(action::perform);
        } catch (FailsafeException e) {
            switch (e.getCause()) {
                case InterruptedIOException _ ->
                        throw new InterruptedException("interrupted while Gmail was asked");
                case IOException io -> throw io;
                case SourceException refused -> throw refused;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw e;
            }
        }
    }

    /// Waits before another try of what only the caller can try again.
    ///
    /// @param tried how often it was tried so far
    void backOff(int tried) throws InterruptedException {
        Thread.sleep(settings.patience().firstRetry().multipliedBy(1L << Math.min(tried - 1, 6)));
    }

    int tries() {
        return settings.patience().tries();
    }

    <R extends AbstractGoogleClientRequest<?>> R authorized(R request) throws SourceException {
        if (token.isEmpty()) {
            token = settings.token().reveal();
        }
        request.getRequestHeaders().setAuthorization("Bearer " + token);
        return request;
    }

    /// Gets a fresh token for one that was refused; it may just have run out.
    void renewToken() throws SourceException {
        token = settings.token().renewed();
    }

    @Override
    public void close() {
        transport.shutdown();
    }
}
