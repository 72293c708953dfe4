package io.fraywatch.source.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import java.net.URI;
import java.time.Duration;

/// A login with a code typed on another device (RFC 8628), for machines without a browser.
public final class DeviceLogin {
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final OAuthClient client;
    private final DeviceAuthorizationSuccessResponse started;
    private final Wait wait;

    /// Lets time go by.
    public interface Wait {
        void sleep(Duration time) throws InterruptedException;
    }

    private DeviceLogin(OAuthClient client, DeviceAuthorizationSuccessResponse started, Wait wait) {
        this.client = client;
        this.started = started;
        this.wait = wait;
    }

    /// Asks the provider for a code.
    ///
    /// @throws SourceException if it offers no such login, or refuses
    public static DeviceLogin start(OAuthClient client, Wait wait) throws SourceException {
        URI endpoint =
                client.provider()
                        .device()
                        .orElseThrow(() ->
                                new SourceException(
                                        Kind.MISCONFIGURED,
                                        client.provider().name()
                                                + " offers no login by a code on another device",
                                        "Leave out --device and log in with a browser on this"
                                                + " machine.",
                                        null));
        var request =
                new DeviceAuthorizationRequest.Builder(client.clientId())
                        .endpointURI(endpoint)
                        .scope(client.scope())
                        .build();
        try {
            DeviceAuthorizationResponse response =
                    DeviceAuthorizationResponse.parse(client.send(request.toHTTPRequest()));
            if (!response.indicatesSuccess()) {
                throw client.refused(response.toErrorResponse().getErrorObject());
            }
            return new DeviceLogin(client, response.toSuccessResponse(), wait);
        } catch (ParseException e) {
            throw client.unreadable(e);
        }
    }

    /// What the user has to type.
    public String code() {
        return started.getUserCode().getValue();
    }

    /// Where to type it.
    public URI page() {
        return started.getVerificationURI();
    }

    /// Asks, as often as the provider allows, whether the user has agreed.
    ///
    /// @throws SourceException if the user says no or the code expires
    public OAuthClient.Tokens await() throws SourceException, InterruptedException {
        Duration pause = Duration.ofSeconds(Math.max(1, started.getInterval()));
        Duration left = Duration.ofSeconds(started.getLifetime());
        while (left.isPositive()) {
            wait.sleep(pause);
            left = left.minus(pause);
            TokenResponse response = client.ask(new DeviceCodeGrant(started.getDeviceCode()));
            if (response.indicatesSuccess()) {
                return client.tokens(response);
            }
            ErrorObject error = response.toErrorResponse().getErrorObject();
            switch (String.valueOf(error.getCode())) {
                case "authorization_pending" -> {}
                case "slow_down" -> pause = pause.plus(SLOWER);
                case "expired_token" -> left = Duration.ZERO;
                default -> throw client.refused(error);
            }
        }
        throw new SourceException(
                Kind.REFUSED,
                "The code ran out before anybody agreed",
                "Start the login again, and type the code within its time.",
                null);
    }
}
