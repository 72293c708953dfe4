package io.fraywatch.testing.gmail;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fraywatch.testing.gmail.Answers.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/// The Gmail API over one mailbox, on a loopback port.
public final class FakeGmail implements AutoCloseable {
    /// What a token is for unless it was made by [#token(String, String...)].
    public static final String READ_ONLY = "https://www.googleapis.com/auth/gmail.readonly";

    private final HttpServer server;
    private final Answers answers;
    private final Map<String, Set<String>> tokens = new ConcurrentHashMap<>();
    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile Predicate<String> loggedIn = _ -> false;
    private volatile Optional<FakeQuota> quota = Optional.empty();

    public FakeGmail(FakeMailbox mailbox) throws IOException {
        this.answers = new Answers(mailbox);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private static final class Planned {
        private final Predicate<Call> concerns;
        private final Fault fault;
        private int times;

        Planned(Predicate<Call> concerns, Fault fault, int times) {
            this.concerns = concerns;
            this.fault = fault;
            this.times = times;
        }

        synchronized boolean applies(Call call) {
            return times > 0 && concerns.test(call) && times-- > 0;
        }
    }

    /// Where the client's root URL must point.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /// Accepts a token from now on.
    ///
    /// @param scopes what it's for; read-only when none is given
    public String token(String token, String... scopes) {
        tokens.put(token, scopes.length == 0 ? Set.of(READ_ONLY) : Set.of(scopes));
        return token;
    }

    /// Accepts, for reading, what a login gave out too.
    public void acceptReaders(Predicate<String> tokensOfALogin) {
        loggedIn = tokensOfALogin;
    }

    /// Refuses a token from now on.
    public void revoke(String token) {
        tokens.remove(token);
    }

    /// Answers the next calls that fit with a fault instead; parts of batches count as calls.
    public void fail(Predicate<Call> concerns, Fault fault, int times) {
        planned.add(new Planned(concerns, fault, times));
    }

    /// Holds callers to a quota.
    public void limit(FakeQuota wanted) {
        quota = Optional.of(wanted);
    }

    /// Lets all page tokens expire.
    public void expirePages() {
        answers.expirePages();
    }

    /// The names of all calls so far, `batch` for each batch before its parts.
    public List<String> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /// Forgets the calls so far.
    public void forgetCalls() {
        calls.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            URI uri = exchange.getRequestURI();
            String token = bearer(exchange.getRequestHeaders().getFirst("Authorization"));
            if (uri.getPath().startsWith("/batch")) {
                calls.add("batch");
                Batch batch =
                        new Batch(exchange.getRequestHeaders().getFirst("Content-Type"), body);
                send(exchange, batch.answer(token, this::answer));
            } else {
                send(exchange, answer(Call.of(exchange.getRequestMethod(), uri, token, body)));
            }
        }
    }

    static String bearer(@org.jspecify.annotations.Nullable String header) {
        return header == null || !header.startsWith("Bearer ") ? "" : header.substring(7);
    }

    private Answer answer(Call call) {
        calls.add(call.name());
        try {
            for (Planned each : planned) {
                if (each.applies(call)) {
                    return refusal(each.fault);
                }
            }
            Set<String> scopes = scopes(call.token());
            if (scopes.isEmpty()) {
                return refusal(Fault.UNAUTHORIZED);
            }
            if (call.writes() && scopes.equals(Set.of(READ_ONLY))) {
                return refusal(Fault.NOT_ALLOWED);
            }
            if (quota.isPresent() && !quota.get().spend(call.units())) {
                return refusal(Fault.TOO_MANY);
            }
            return new Answer(
                    200,
                    answers.answer(call).toString(),
                    "application/json; charset=UTF-8",
                    Optional.empty());
        } catch (Refusal e) {
            return refusal(e.fault());
        }
    }

    private Set<String> scopes(String token) {
        return tokens.getOrDefault(token, loggedIn.test(token) ? Set.of(READ_ONLY) : Set.of());
    }

    private static Answer refusal(Fault fault) {
        JsonObject one = new JsonObject();
        one.addProperty("message", "Injected: " + fault.reason());
        one.addProperty("domain", "global");
        one.addProperty("reason", fault.reason());
        JsonArray all = new JsonArray();
        all.add(one);
        JsonObject error = new JsonObject();
        error.addProperty("code", fault.status());
        error.addProperty("message", "Injected: " + fault.reason());
        error.add("errors", all);
        JsonObject body = new JsonObject();
        body.add("error", error);
        return new Answer(
                fault.status(),
                body.toString(),
                "application/json; charset=UTF-8",
                fault.retryAfter());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.retryAfter()
                .ifPresent(seconds ->
                        exchange.getResponseHeaders().set("Retry-After", seconds.toString()));
        if (wantsGzip(exchange)) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(bytes);
            }
            bytes = packed.toByteArray();
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// The API packs for those only who say it in both headers.
    private static boolean wantsGzip(HttpExchange exchange) {
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
        String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
        return accepted.contains("gzip") && agent.contains("gzip");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
