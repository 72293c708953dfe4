package io.fraywatch.testing;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// An OAuth 2.0 provider on a loopback port: the code flow with PKCE, the device flow, refresh
/// tokens that are replaced by each use.
public final class OAuthServer implements AutoCloseable {
    private final HttpServer server;
    private final String clientId;
    private final String clientSecret;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, String> challenges = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private final Set<String> accessTokens = new HashSet<>();
    private int pendingPolls = 2;
    private boolean userAgrees = true;
    private int lifetime = 3_600;
    private int refreshes;

    public OAuthServer(String clientId, String clientSecret) throws IOException {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/device", this::device);
        server.start();
    }

    /// One of its addresses.
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /// What the user says from now on.
    public synchronized void userAgrees(boolean agrees) {
        userAgrees = agrees;
    }

    /// How many seconds access tokens are good for from now on.
    public synchronized void lifetime(int seconds) {
        lifetime = seconds;
    }

    /// Ends every login.
    public synchronized void revokeAll() {
        refreshTokens.clear();
        accessTokens.clear();
    }

    public synchronized boolean accepts(String access) {
        return accessTokens.contains(access);
    }

    /// How often a refresh token was exchanged.
    public synchronized int refreshes() {
        return refreshes;
    }

    private synchronized void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        String back = asked.get("redirect_uri") + "?state=" + asked.get("state");
        if (userAgrees
                && clientId.equals(asked.get("client_id"))
                && "S256".equals(asked.get("code_challenge_method"))) {
            String code = "code" + numbers.incrementAndGet();
            challenges.put(code, String.valueOf(asked.get("code_challenge")));
            back += "&code=" + code;
        } else {
            back += "&error=access_denied";
        }
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private synchronized void device(HttpExchange exchange) throws IOException {
        JsonObject answer = new JsonObject();
        answer.addProperty("device_code", "device1");
        answer.addProperty("user_code", "WXYZ-1234");
        answer.addProperty("verification_uri", at("/enter").toString());
        answer.addProperty("expires_in", 600);
        answer.addProperty("interval", 5);
        send(exchange, 200, answer);
    }

    private synchronized void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!clientId.equals(asked.get("client_id"))
                || !clientSecret.equals(asked.getOrDefault("client_secret", ""))) {
            refuse(exchange, "invalid_client");
            return;
        }
        switch (asked.getOrDefault("grant_type", "")) {
            case "authorization_code" -> {
                String challenge = challenges.remove(asked.get("code"));
                if (challenge == null
                        || !challenge.equals(hash(asked.getOrDefault("code_verifier", "")))) {
                    refuse(exchange, "invalid_grant");
                } else {
                    give(exchange);
                }
            }
            case "refresh_token" -> {
                refreshes++;
                if (refreshTokens.remove(asked.get("refresh_token"))) {
                    give(exchange);
                } else {
                    refuse(exchange, "invalid_grant");
                }
            }
            case "urn:ietf:params:oauth:grant-type:device_code" -> poll(exchange);
            default -> refuse(exchange, "unsupported_grant_type");
        }
    }

    private void poll(HttpExchange exchange) throws IOException {
        if (!userAgrees) {
            refuse(exchange, "access_denied");
        } else if (pendingPolls > 0) {
            refuse(exchange, pendingPolls-- == 1 ? "slow_down" : "authorization_pending");
        } else {
            give(exchange);
        }
    }

    private void give(HttpExchange exchange) throws IOException {
        String access = "access" + numbers.incrementAndGet();
        String refresh = "refresh" + numbers.incrementAndGet();
        accessTokens.add(access);
        refreshTokens.add(refresh);
        JsonObject answer = new JsonObject();
        answer.addProperty("access_token", access);
        answer.addProperty("refresh_token", refresh);
        answer.addProperty("token_type", "Bearer");
        answer.addProperty("expires_in", lifetime);
        send(exchange, 200, answer);
    }

    private static void refuse(HttpExchange exchange, String error) throws IOException {
        JsonObject answer = new JsonObject();
        answer.addProperty("error", error);
        send(exchange, 400, answer);
    }

    private static void send(HttpExchange exchange, int status, JsonObject answer)
            throws IOException {
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
