package io.fraywatch.server.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Access to a mailbox by OAuth 2 instead of a password (`accounts[].oauth`); `scripts/fraywatch
/// login` makes the login once.
///
/// @param provider google or microsoft; default google for kind gmail
/// @param clientId what the provider calls the application that the user registered there
/// @param clientSecretFile file with the client secret, readable by its owner alone; Google gives
///   one, Microsoft gives desktop applications none
/// @param clientSecretEnv environment variable with it
/// @param tenant Microsoft's name for the organisation; default common
/// @param authorizeUrl where the user agrees, in place of the provider's own
/// @param tokenUrl where tokens are exchanged, likewise
/// @param deviceUrl where a login with a code starts, likewise
/// @param scope what is asked for, likewise
public record OAuthSection(
        Optional<Provider> provider,
        String clientId,
        Optional<String> clientSecretFile,
        Optional<String> clientSecretEnv,
        Optional<String> tenant,
        Optional<String> authorizeUrl,
        Optional<String> tokenUrl,
        Optional<String> deviceUrl,
        Optional<String> scope) {
    /// Whose login it is.
    public enum Provider {
        @JsonProperty("google")
        GOOGLE,
        @JsonProperty("microsoft")
        MICROSOFT
    }

    public OAuthSection {
        BadSetting.require(clientId, "clientId", "1234-abcd.apps.googleusercontent.com");
        if (clientSecretFile.isPresent() && clientSecretEnv.isPresent()) {
            throw new BadSetting(
                    "both clientSecretFile and clientSecretEnv are given; keep one",
                    "clientSecretFile");
        }
        for (String name : List.of("authorizeUrl", "tokenUrl", "deviceUrl")) {
            (switch (name) {
                        case "authorizeUrl" -> authorizeUrl;
                        case "tokenUrl" -> tokenUrl;
                        default -> deviceUrl;
                    })
                    .ifPresent(url -> requireUrl(url, name));
        }
    }

    /// Addresses to which secrets go are https, or on this machine.
    static void requireUrl(String url, String name) {
        try {
            URI uri = URI.create(url);
            boolean safe = "https".equals(uri.getScheme()) || "127.0.0.1".equals(uri.getHost());
            if (!safe || uri.getHost() == null) {
                throw new BadSetting(
                        "'" + url + "' must begin with https://, since secrets are sent there",
                        name);
            }
        } catch (IllegalArgumentException e) {
            throw new BadSetting("'" + url + "' isn't a web address: " + e.getMessage(), name);
        }
    }
}
