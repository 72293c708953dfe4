package io.fraywatch.source.oauth;

import java.net.URI;
import java.util.Optional;

/// Where a provider lets people log in, and what for.
///
/// @param name what to call it, such as `Google`
/// @param authorize the page on which the user agrees (RFC 6749 §3.1)
/// @param token where codes and refresh tokens are exchanged (§3.2)
/// @param device where a login with a code on another device starts (RFC 8628); empty where that
///   isn't offered
/// @param scope what is asked for, separated by blanks
public record OAuthProvider(
        String name, URI authorize, URI token, Optional<URI> device, String scope) {
    /// Reading mail over the Gmail API.
    public static final OAuthProvider GOOGLE_API =
            google("https://www.googleapis.com/auth/gmail.readonly");

    /// Gmail over IMAP; Google offers no narrower scope for it.
    public static final OAuthProvider GOOGLE_IMAP = google("https://mail.google.com/");

    public OAuthProvider {
        requireSafe(authorize);
        requireSafe(token);
        device.ifPresent(OAuthProvider::requireSafe);
    }

    private static OAuthProvider google(String scope) {
        return new OAuthProvider(
                "Google",
                URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
                URI.create("https://oauth2.googleapis.com/token"),
                Optional.empty(), // Google's device flow doesn't grant the scopes of mail
                scope);
    }

    /// Microsoft 365 and Outlook.com over IMAP.
    ///
    /// @param tenant the organisation's id or domain, or `common`
    public static OAuthProvider microsoft(String tenant) {
        String base = "https://login.microsoftonline.com/" + tenant + "/oauth2/v2.0/";
        return new OAuthProvider(
                "Microsoft",
                URI.create(base + "authorize"),
                URI.create(base + "token"),
                Optional.of(URI.create(base + "devicecode")),
                "https://outlook.office.com/IMAP.AccessAsUser.All offline_access");
    }

    private static void requireSafe(URI uri) {
        boolean loopback = "127.0.0.1".equals(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !loopback) {
            throw new IllegalArgumentException(
                    uri + " would send secrets for all to read; use https");
        }
    }
}
