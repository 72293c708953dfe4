package io.fraywatch.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks for keys that no record of the configuration has.
///
/// Done before anything is read into records, so that a misspelt key is called misspelt and not,
/// for want of its value, missing.
final class KnownKeys {
    private static final Set<String> SECRETS = Set.of("password", "secret", "token");

    /// A key that nobody knows: where it stands, and what to do.
    record Unknown(List<Object> path, String wording) {}

    private KnownKeys() {}

    /// The first key below `node` that isn't a component of the record, nor of a record within it.
    static Optional<Unknown> firstUnknown(JsonNode node, Class<?> section) {
        return look(List.of(), node, section);
    }

    private static Optional<Unknown> look(List<Object> path, JsonNode node, Type type) {
        if (type instanceof ParameterizedType wrapped && wrapped.getRawType() == Optional.class) {
            return look(path, node, wrapped.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return lookIntoMap(path, node, map.getActualTypeArguments()[1]);
        }
        if (type instanceof ParameterizedType list && node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                Optional<Unknown> found =
                        look(
                                YamlLines.join(path, i),
                                node.get(i),
                                list.getActualTypeArguments()[0]);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return type instanceof Class<?> section && section.isRecord()
                ? lookInto(path, node, section)
                : Optional.empty();
    }

    /// A map's own keys are the user's.
    private static Optional<Unknown> lookIntoMap(List<Object> path, JsonNode node, Type values) {
        return node.properties().stream()
                .flatMap(field ->
                        look(YamlLines.join(path, field.getKey()), field.getValue(), values)
                                .stream())
                .findFirst();
    }

    private static Optional<Unknown> lookInto(List<Object> path, JsonNode node, Class<?> section) {
        List<RecordComponent> known = Arrays.asList(section.getRecordComponents());
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            List<Object> below = YamlLines.join(path, field.getKey());
            Optional<RecordComponent> component =
                    known.stream().filter(k -> k.getName().equals(field.getKey())).findFirst();
            Optional<Unknown> found =
                    component.isPresent()
                            ? look(below, field.getValue(), component.get().getGenericType())
                            : Optional.of(
                                    new Unknown(
                                            below,
                                            wording(
                                                    field.getKey(),
                                                    known.stream()
                                                            .map(RecordComponent::getName)
                                                            .sorted()
                                                            .toList())));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// What to say of a key that isn't one of `known`.
    static String wording(String key, List<String> known) {
        if (SECRETS.contains(key)) {
            return "a "
                    + key
                    + " can't stand in the configuration; put it alone into a file that only you can read"
                    + " (chmod 600) and name that file in 'passwordFile'";
        }
        return "unknown key '"
                + key
                + "'; "
                + Nearest.to(key, known)
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("the keys known here are " + String.join(", ", known));
    }
}
