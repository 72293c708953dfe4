package io.fraywatch.testing.gmail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/// The partial response that a `fields` parameter asks for, such as
/// `nextPageToken,messages(id,threadId)` or `labels/name`.
final class FieldsMask {
    private final String text;
    private int at;

    private FieldsMask(String text) {
        this.text = text;
    }

    /// A name with what is wanted below it; nothing below means all.
    private record Node(Map<String, Node> below) {}

    static JsonElement apply(String fields, JsonElement whole) {
        return keep(new Node(new FieldsMask(fields).list()), whole);
    }

    private Map<String, Node> list() {
        Map<String, Node> names = new LinkedHashMap<>();
        while (at < text.length() && text.charAt(at) != ')') {
            int start = at;
            while (at < text.length() && "(),/".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String name = text.substring(start, at).strip();
            names.put(name, new Node(below()));
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            }
        }
        return names;
    }

    private Map<String, Node> below() {
        if (at < text.length() && text.charAt(at) == '/') {
            at++;
            int start = at;
            while (at < text.length() && "(),/".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return Map.of(text.substring(start, at).strip(), new Node(below()));
        }
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            Map<String, Node> inside = list();
            at++;
            return inside;
        }
        return Map.of();
    }

    private static JsonElement keep(Node wanted, JsonElement whole) {
        if (wanted.below().isEmpty() || wanted.below().containsKey("*")) {
            return whole;
        }
        if (whole instanceof JsonArray array) {
            JsonArray kept = new JsonArray();
            array.forEach(each -> kept.add(keep(wanted, each)));
            return kept;
        }
        if (!(whole instanceof JsonObject object)) {
            return whole;
        }
        JsonObject kept = new JsonObject();
        wanted.below()
                .forEach((name, node) -> {
                    if (object.has(name)) {
                        kept.add(name, keep(node, object.get(name)));
                    }
                });
        return kept;
    }
}
