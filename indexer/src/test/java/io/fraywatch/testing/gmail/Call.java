package io.fraywatch.testing.gmail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One call of the API, be it a request of its own or a part of a batch.
///
/// @param path behind `/gmail/v1/users/{userId}/`, such as `messages/18f0`
/// @param body the JSON it carries, or empty
public record Call(
        String method, String path, Map<String, List<String>> query, String token, String body) {
    private static final Pattern USER = Pattern.compile("^/gmail/v1/users/[^/]+/");
    private static final Pattern AMPERSAND = Pattern.compile("&");

    static Call of(String method, URI uri, String token, String body) {
        Map<String, List<String>> query = new HashMap<>();
        AMPERSAND
                .splitAsStream(Optional.ofNullable(uri.getRawQuery()).orElse(""))
                .filter(pair -> !pair.isEmpty())
                .forEach(pair -> {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    query.computeIfAbsent(decoded(name), _ -> new ArrayList<>())
                            .add(decoded(equals < 0 ? "" : pair.substring(equals + 1)));
                });
        String path = USER.matcher(uri.getPath()).replaceFirst("");
        return new Call(method, path, query, token, body);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// The first value of a query parameter.
    public Optional<String> first(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /// The method's name as the API's reference has it, such as `messages.get`.
    public String name() {
        List<String> parts = List.of(path.split("/", -1));
        return switch (parts.getFirst()) {
            case "messages", "threads" -> parts.getFirst() + "." + verb(parts);
            case "settings" -> "settings.sendAs.list";
            case "profile" -> "getProfile";
            case "watch", "stop" -> parts.getFirst();
            default -> parts.getFirst() + ".list";
        };
    }

    private static String verb(List<String> parts) {
        return switch (parts.size()) {
            case 1 -> "list";
            case 2 -> parts.get(1).equals("batchModify") ? "batchModify" : "get";
            default -> parts.get(2);
        };
    }

    /// Quota units, by the API's usage limits.
    int units() {
        return switch (name()) {
            case "messages.list", "messages.get", "messages.modify" -> 5;
            case "threads.list", "threads.get", "messages.trash", "messages.untrash" -> 10;
            case "messages.batchModify" -> 50;
            case "history.list" -> 2;
            case "watch" -> 100;
            case "stop" -> 50;
            default -> 1;
        };
    }

    boolean writes() {
        return !method.equals("GET");
    }
}
