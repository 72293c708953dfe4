package io.fraywatch.source.gmail;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import io.fraywatch.source.BoundedHttp;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Says in plain words what went wrong with Gmail, and what to do.
final class Failures {
    private static final Set<String> RATE =
            Set.of(
                    "rateLimitExceeded",
                    "userRateLimitExceeded",
                    "quotaExceeded",
                    "dailyLimitExceeded",
                    "RESOURCE_EXHAUSTED");

    private final String mailbox;

    /// @param user the account's address
    Failures(String user) {
        this.mailbox = "the Gmail mailbox of " + user;
    }

    /// Whether the API asks us to slow down.
    static boolean isThrottling(int status, List<String> reasons) {
        return status == 429 || (status == 403 && reasons.stream().anyMatch(RATE::contains));
    }

    /// Whether another try may do.
    static boolean isPassing(Throwable failure) {
        return switch (failure) {
            case HttpResponseException answered ->
                    answered.getStatusCode() >= 500
                            || answered.getStatusCode() == 408
                            || isThrottling(answered.getStatusCode(), reasons(answered));
            case BoundedHttp.TooLargeException _ -> false;
            case SSLException _ -> false;
            case IOException broken -> !(broken.getCause() instanceof SSLException);
            default -> false;
        };
    }

    static List<String> reasons(HttpResponseException answered) {
        return answered instanceof GoogleJsonResponseException json
                ? Optional.ofNullable(json.getDetails()).map(Failures::reasons).orElse(List.of())
                : List.of();
    }

    static List<String> reasons(GoogleJsonError error) {
        Stream<String> each =
                Optional.ofNullable(error.getErrors()).orElse(List.of()).stream()
                        .map(GoogleJsonError.ErrorInfo::getReason);
        return Stream.concat(each, Stream.of(String.valueOf(error.get("status")))).toList();
    }

    SourceException of(IOException failure) {
        return switch (failure) {
            case HttpResponseException answered -> refused(answered);
            case SSLException tls -> insecure(tls);
            case IOException broken when broken.getCause() instanceof SSLException tls ->
                    insecure(tls);
            case IOException broken when broken.getCause() instanceof ConnectException ->
                    unreachable("can't be reached", broken);
            default -> unreachable("didn't answer as it should: " + failure.getMessage(), failure);
        };
    }

    private SourceException unreachable(String what, IOException cause) {
        return new SourceException(
                Kind.UNREACHABLE,
                "Google's server for " + mailbox + " " + what,
                "Check this machine's network connection; Fraywatch tries again.",
                cause);
    }

    private SourceException insecure(SSLException cause) {
        return new SourceException(
                Kind.INSECURE,
                "The encryption to Google's server for "
                        + mailbox
                        + " isn't as it must be: "
                        + cause.getMessage(),
                "Check this machine's clock, and whether a proxy or virus scanner looks into its"
                        + " connections.",
                cause);
    }

    private SourceException refused(HttpResponseException answered) {
        int status = answered.getStatusCode();
        List<String> reasons = reasons(answered);
        if (isThrottling(status, reasons)) {
            return throttled();
        }
        if (status == 401) {
            return new SourceException(
                    Kind.REFUSED,
                    "Google no longer accepts the access to " + mailbox,
                    "Log in again: scripts/fraywatch login ACCOUNT",
                    answered);
        }
        if (status == 403) {
            return new SourceException(
                    Kind.REFUSED,
                    "Google refuses to let "
                            + mailbox
                            + " be read ("
                            + String.join(", ", reasons)
                            + ")",
                    "Log in again and allow reading mail; check that the Gmail API is switched on"
                            + " in the project of your OAuth client.",
                    answered);
        }
        return new SourceException(
                status >= 500 ? Kind.UNREACHABLE : Kind.PROTOCOL,
                "Google answered for " + mailbox + " with status " + status,
                status >= 500
                        ? "Nothing to do yet: Fraywatch tries again."
                        : "If this goes on, please report it with the status.",
                answered);
    }

    SourceException throttled() {
        return new SourceException(
                Kind.THROTTLED,
                "Google asks to read " + mailbox + " more slowly",
                "Nothing to do: Fraywatch goes on from here later.",
                null);
    }
}
